// The tables of today: what a new version has to be named in, beside db.ts.

import type { TableName } from '#shared/domain/registry';
import { v3 } from './v3';

/** Primary key first, then at most two secondary indexes; a sparse index costs nothing for rows that lack the field. */
export const currentStores = v3 satisfies Readonly<Record<TableName, string>>;
