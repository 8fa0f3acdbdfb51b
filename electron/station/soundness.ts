// Whether a finished station's files are there and agree with each other. It only reads; what is wrong is for a person to settle.

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StationId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import type { Station } from '#shared/domain/office';
import { canonicalJson } from '#shared/journal/canonical';
import { type JournalLine, parseLine } from '#shared/journal/line';
import { JournalError } from '../journal/journal-error';
import { journalPath } from '../journal/open-files';
import type { JournalStore } from '../journal/ports';
import { OPERATORS_FILE } from '../vault/passwords';
import { vaultFolder } from './folders';
import type { OperatorList } from './operator-list';

/** The stores make missing files; for a finished station a missing one is loss, not a beginning. */
export async function missingFile(folder: string, owner: StationId): Promise<Failure | null> {
  const journals = join(folder, 'journals');
  if (((await sizeOf(journalPath(journals, 'official', owner))) ?? 0) === 0) return { code: 'journal.damaged', evidence: { reason: 'own-journal-missing' } };
  if ((await sizeOf(journalPath(journals, 'working', owner))) === null) return { code: 'journal.damaged', evidence: { reason: 'working-journal-missing' } };
  if ((await sizeOf(join(vaultFolder(folder), OPERATORS_FILE))) === null) return { code: 'operator.store-damaged', evidence: { reason: 'missing' } };
  return null;
}

/**
 * What the profile says must be what the official journal began with, or anybody who can edit a file decides what office
 * this is. Reading the operators reads the whole chain, so an altered line anywhere in it is found here.
 */
export async function contradictionIn(journal: JournalStore, profile: Station, operators: OperatorList): Promise<Failure | null> {
  try {
    const first = await firstLine(journal);
    const body = first?.op === 'put' && first.table === 'stations' ? first.body : null;
    if (body === null || canonicalJson(body) !== canonicalJson(profile)) return { code: 'station.damaged', evidence: { reason: 'profile-differs' } };
    await operators.entries();
    return null;
  } catch (error) {
    if (error instanceof JournalError) return error.failure;
    throw error;
  }
}

async function firstLine(journal: JournalStore): Promise<JournalLine | null> {
  for await (const { text } of journal.readLines('official', journal.owner, 1)) {
    const parsed = parseLine(text);
    return parsed.ok ? parsed.value : null;
  }
  return null;
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
}
