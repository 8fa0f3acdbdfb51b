// Records lately opened, by operator. Only ids are kept, in this page's own small store: no record's words stand outside the
// tables, and a record that is gone is simply not shown.

import { z } from 'zod';
import { type RecordId, recordIdSchema } from '#shared/base/ids';
import type { RecordRef } from './record-view';

const MOST = 12;

const storedSchema = z.array(z.object({ table: z.enum(['planItems', 'contracts', 'acceptances', 'buyers']), id: recordIdSchema }));

/** Newest first. */
export function readRecent(operator: RecordId): readonly RecordRef[] {
  try {
    const stored = storedSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(operator)) ?? '[]'));
    return stored.success ? stored.data : [];
  } catch {
    // Damaged: a convenience begins anew.
    return [];
  }
}

export function noteRecent(operator: RecordId, pathname: string): void {
  const opened = recordOfPath(pathname);
  if (opened === null) return;
  const others = readRecent(operator).filter(({ id }) => id !== opened.id);
  try {
    localStorage.setItem(keyOf(operator), JSON.stringify([opened, ...others].slice(0, MOST)));
  } catch {
    // No room: nothing but the convenience is lost.
  }
}

const PATHS = [
  [/^\/(?:plan|review)\/([^/]+)$/, 'planItems'],
  [/^\/contracts\/([^/]+)(?:\/edit)?$/, 'contracts'],
  [/^\/acceptances\/([^/]+)(?:\/edit)?$/, 'acceptances'],
  [/^\/plan\/buyers\/([^/]+)$/, 'buyers'],
] as const;

/** The record a path shows; null for lists and everything else. */
export function recordOfPath(pathname: string): RecordRef | null {
  for (const [path, table] of PATHS) {
    const id = recordIdSchema.safeParse(path.exec(pathname)?.[1]);
    if (id.success) return { table, id: id.data };
  }
  return null;
}

function keyOf(operator: RecordId): string {
  return `recent/${operator}`;
}
