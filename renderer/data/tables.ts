// Names of the record tables for the worker, which carries no schemas. The types tie both lists to the registry.

import type { Draft } from '#shared/domain/draft';
import type { TableName } from '#shared/domain/registry';
import { currentStores } from './versions/current';

export const DRAFTABLE = ['planItems', 'decisions', 'contracts', 'acceptances'] as const satisfies readonly Draft['kind'][];

/** Official tables whose former revisions are kept. */
export const REVISED = ['planItems', 'contracts', 'acceptances', 'decisions', 'buyers'] as const satisfies readonly TableName[];

const DERIVED: readonly string[] = ['standings', 'tallies', 'tombstones', 'appliedHeads', 'revisions', 'steps', 'bin', 'upkeep', 'commitments'];

/** A line of a table this version does not know (written by a newer one) has no rows here. */
export function isRecordTable(name: string): name is TableName {
  return Object.hasOwn(currentStores, name) && !DERIVED.includes(name);
}
