// The gate against state secrets at every form that saves itself: where a word that stops the entry stands, and the record of
// the stop. One place, so that every stop is found and told alike.

import type { RecordId, StationId } from '#shared/base/ids';
import { ok } from '#shared/base/result';
import { RECORD_KINDS } from '#shared/domain/registry';
import { secrecyGate } from '#shared/domain/rules/secrecy';
import type { Change } from '#shared/ipc/contract';
import { MOST_CHANGES } from '#shared/ipc/limits';
import { commit, type DraftKind, type SaveResult } from './commit';
import { newRecordId } from './new-id';

export interface SecretPlace {
  /** Form path of the text. */
  readonly path: string;
  readonly word: string;
}

/** Every text of a form in which a word of state secrecy stands, with the first such word. */
export function secretPlaces(values: unknown): readonly SecretPlace[] {
  const texts = [...pathsAndTexts(values, '')];
  return secrecyGate(texts.map(([, text]) => text)).map(({ index, word }) => ({ path: texts[index]?.[0] ?? '', word }));
}

/** Writes that an entry was stopped: which record and field, never what was typed. */
export function recordSecrecyStop(own: StationId, kind: DraftKind, record: RecordId, path: string): Promise<SaveResult> {
  return recordSecrecyStops(own, kind, [{ record, path }]);
}

export interface Stop {
  readonly record: RecordId;
  /** Where in the record, or in the file, it stood. */
  readonly path: string;
}

/** The same of many entries at once (the rows of a file), under one fsync as far as one takes them. Stops at the first failure. */
export async function recordSecrecyStops(own: StationId, kind: DraftKind, stops: readonly Stop[]): Promise<SaveResult> {
  const changes = stops.map(({ record, path }): Change => {
    const subject = `${kind} ${record} ${path}`.slice(0, 120);
    return { op: 'put', table: 'incidents', id: newRecordId(own), rev: 1, body: { kind: 'secrecy-stop', code: 'secrecy.draft', subject } };
  });
  let last: SaveResult = ok({ lines: [], shown: true });
  for (let from = 0; from < changes.length && last.ok; from += MOST_CHANGES) last = await commit(RECORD_KINDS.incidents.chain, changes.slice(from, from + MOST_CHANGES));
  return last;
}

function* pathsAndTexts(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* pathsAndTexts(inner, path === '' ? key : `${path}.${key}`);
  }
}
