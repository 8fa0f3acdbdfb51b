// The gate against state secrets at every form that saves itself: where a word that stops the entry stands, and the record of
// the stop. One place, so that every stop is found and told alike.

import type { RecordId, StationId } from '#shared/base/ids';
import { secrecyGate } from '#shared/domain/rules/secrecy';
import { type DraftKind, putRecord, type SaveResult } from './commit';
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
  const subject = `${kind} ${record} ${path}`.slice(0, 120);
  return putRecord('incidents', newRecordId(own), { kind: 'secrecy-stop', code: 'secrecy.draft', subject });
}

function* pathsAndTexts(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* pathsAndTexts(inner, path === '' ? key : `${path}.${key}`);
  }
}
