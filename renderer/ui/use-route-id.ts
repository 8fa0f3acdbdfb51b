// The record a route is about.

import { useParams } from 'react-router';
import { type RecordId, recordIdSchema } from '#shared/base/ids';

/** The route parameter of this name; undefined when it is no record id. */
export function useRouteId(parameter: string): RecordId | undefined {
  return recordIdSchema.safeParse(useParams()[parameter]).data;
}
