// The gate against state secrets at the form: which fields hold a word that stops the entry, and the record of the stop.

import type { RecordId, StationId } from '#shared/base/ids';
import { secrecyGate } from '#shared/domain/rules/secrecy';
import { putRecord } from '../../data/commit';
import { newRecordId } from '../../data/new-id';

/** Form paths whose text holds a word of state secrecy. */
export function secretPaths(values: unknown): readonly string[] {
  const texts = [...pathsAndTexts(values, '')];
  return secrecyGate(texts.map(([, text]) => text)).flatMap(({ index }) => texts[index]?.[0] ?? []);
}

/** Writes that an entry was stopped: which record and field, never what was typed. */
export function recordSecrecyStop(station: StationId, record: RecordId, path: string) {
  const subject = `planItems ${record} ${path}`.slice(0, 120);
  return putRecord('incidents', newRecordId(station), { kind: 'secrecy-stop', code: 'secrecy.keyword', subject });
}

function* pathsAndTexts(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* pathsAndTexts(inner, path === '' ? key : `${path}.${key}`);
  }
}
