// Applies a batch of one journal's lines in one transaction: rows, drafts, standings, sums and the applied head together.
// Applying is exact at any line: a batch that does not follow the applied head changes nothing.
//
// Figures are kept, never scanned. A tally row holds the counters and sums of one (scope, year, id): everything, a region, an
// office, a buyer. A plan item counts in its plan year under its author's office and region and its buyer, with the outcome
// of the decision that stands for its present revision (standings.ts). Decisions, contracts and acceptances count in the
// year of their own date, the last two by the category of their plan item (commitments.ts). Each batch adds differences (what is now − what was), so revisions, removals and any order of
// journals end in the figures a full recount gives.

import type { RecordId, StationId } from '#shared/base/ids';
import type { Chain, TableName } from '#shared/domain/registry';
import { type AppliedHead, type DeskDb, headKey, type Row, type RowOf, type TallyRow } from '../db';
import type { Entry } from '../port';
import { isRecordTable } from '../tables';
import { joinCommitments } from './commitments';
import { dropFinalised, writeDrafts } from './drafts';
import { loadMemory, type Memory } from './memory';
import { joinPlanFigures } from './plan-figures';
import { readRegion, Regions } from './regions';
import { writeSteps } from './steps';
import { TallySums } from './tally-sums';
import { type RowChange, writeRows } from './write-rows';

export interface Batch {
  readonly chain: Chain;
  readonly author: StationId;
  /** Successive lines of that journal. */
  readonly entries: readonly Entry[];
  /** Length of the journal up to the end of the last of them. */
  readonly sizeBytes: number;
}

/** Applies single saves: every line is looked at, nothing is remembered. `false`: the batch does not follow the applied head. */
export function applyOne(db: DeskDb, batch: Batch): Promise<boolean> {
  return transact(db, batch, undefined);
}

/** Applies batch after batch with what the run remembers; answers like `applyOne`. */
export class Applier {
  readonly #db: DeskDb;
  #memory: Memory | undefined;

  constructor(db: DeskDb) {
    this.#db = db;
  }

  /** The next batches are another journal's; `fromStart`: they begin with its first line. */
  async turnTo(fromStart: boolean): Promise<void> {
    this.#memory ??= await loadMemory(this.#db);
    this.#memory.seen = fromStart ? new Set() : undefined;
  }

  async apply(batch: Batch): Promise<boolean> {
    const memory = (this.#memory ??= await loadMemory(this.#db));
    try {
      return await transact(this.#db, batch, memory);
    } catch (error) {
      this.#memory = undefined;
      // A first revision of a record that is already here: look at every line of this batch.
      if (isConstraint(error)) return applyOne(this.#db, batch);
      throw error;
    }
  }
}

function transact(db: DeskDb, batch: Batch, memory: Memory | undefined): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    const { chain, author, entries, sizeBytes } = batch;
    const last = entries.at(-1);
    if (!last) return true;
    const key = headKey(chain, author);
    if (!follows(await db.appliedHeads.get(key), entries)) return false;

    const tables = byTable(entries);
    const regions = new Regions(db, memory?.regions);
    const regionBefore = tables.has('stations') ? await readRegion(db, author) : undefined;
    const changed = new Map<string, readonly RowChange[]>();
    for (const [table, lines] of tables) {
      if (table === 'drafts') {
        await writeDrafts(db, lines, memory);
        await writeSteps(db, lines);
        continue;
      }
      const changes = await writeRows(db, db.table<Row, RecordId>(table), lines, memory);
      await dropFinalised(db, table, changes, memory);
      changed.set(table, changes);
    }
    const sums = new TallySums(regions);
    const moved = regionBefore !== undefined && (await regions.moved(author, regionBefore, sums, entries[0]?.line.seq === 1));
    const planChanges = { items: changed.get('planItems') ?? [], decisions: changed.get('decisions') ?? [], moved: moved ? author : null };
    await joinPlanFigures(db, planChanges, sums, regions, memory);
    await joinCommitments(
      db,
      { planItems: changed.get('planItems') ?? [], contracts: changed.get('contracts') ?? [], acceptances: changed.get('acceptances') ?? [] },
      sums,
      regions,
      memory,
    );
    await countDecisions((changed.get('decisions') ?? []) as readonly Change<'decisions'>[], sums, regions, author);
    await sums.flush(db, memory?.tallies ?? new Map<string, TallyRow>());
    const head: AppliedHead = { key, chain, author, seq: last.line.seq, hash: last.hash, sizeBytes };
    await db.appliedHeads.put(head);
    return true;
  });
}

function follows(applied: AppliedHead | undefined, entries: readonly Entry[]): boolean {
  const first = entries[0]?.line;
  return first !== undefined && first.seq === (applied?.seq ?? 0) + 1 && (!applied || first.prev === applied.hash);
}

function byTable(entries: readonly Entry[]): Map<string, Entry[]> {
  const tables = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { table } = entry.line;
    if (!isRecordTable(table)) continue;
    const lines = tables.get(table);
    if (lines) lines.push(entry);
    else tables.set(table, [entry]);
  }
  return tables;
}

/** Decisions count by themselves, under the office that took them. */
async function countDecisions(changes: readonly Change<'decisions'>[], sums: TallySums, regions: Regions, author: StationId): Promise<void> {
  if (changes.length === 0) return;
  await regions.load([author]);
  for (const { before, after } of changes) {
    if (before) sums.decision(before, -1);
    if (after) sums.decision(after, 1);
  }
}

interface Change<T extends TableName> {
  readonly before: RowOf<T> | undefined;
  readonly after: RowOf<T> | undefined;
}

function isConstraint(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'ConstraintError') return true;
  return error.name === 'BulkError' && 'failures' in error && (error.failures as unknown[]).some(isConstraint);
}
