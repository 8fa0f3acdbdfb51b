// One slice of one author's official journal, checked line by line as it streams by: chain, form, record, owner, office.
// It stores nothing; whether the author is trusted and what we hold already is decided by the caller.

import { assert } from '#shared/base/assert';
import { fromUtf8 } from '#shared/base/bytes';
import { isOwnedBy, ownerPart, type RecordId, recordIdSchema, type Sm3Hex } from '#shared/base/ids';
import type { Attachment } from '#shared/domain/fields';
import { checkRecord } from '#shared/domain/check-record';
import type { Admission, Environment } from '#shared/domain/office';
import type { Slice } from '#shared/bundle/exchange-file';
import type { BundleFailure } from '#shared/bundle/failures';
import { attachmentsIn, REFERENCE_MARK } from '#shared/bundle/references';
import { type ChainPoint, verifyLine, verifyLink } from '#shared/journal/chain';
import type { JournalLine } from '#shared/journal/line';
import { cutLines, LineCutError } from './lines';
import type { Pace } from './pace';
import { refuse } from './refusal';

/** Whom the admitting office compared by phone or in person: what a station says of itself must stay that. */
const ADMITTED_FACTS = ['stationId', 'name', 'officeKind', 'regionCode', 'uscc', 'publicKey'] as const;
export type AdmittedStation = Pick<Admission, (typeof ADMITTED_FACTS)[number]>;

export interface SliceTask {
  readonly slice: Slice;
  /** What the author is, on the word of whoever admitted it; null for our own journal, where nothing can be new. */
  readonly office: AdmittedStation | null;
  /** The receiver's: a journal of the other environment is refused at its first line. */
  readonly environment: Environment;
  /** The last line of this author held here; 0 when there is none. */
  readonly have: number;
  readonly pace: Pace;
}

export interface SliceFacts {
  /** Hash of line `have` as the slice has it (or as its first line names it); null when the slice lies wholly above. */
  readonly hashAtHave: Sm3Hex | null;
  readonly admissions: readonly JournalLine[];
  /** Per office whose plan items new lines decide on (the owner's part of the item's id): one item and the deciding line. */
  readonly decidedOffices: ReadonlyMap<string, { readonly planItemId: RecordId; readonly seq: number }>;
  /** Referred to by lines that are new here. */
  readonly newReferences: readonly Attachment[];
  /** Hashes referred to anywhere in the slice. */
  readonly allReferences: ReadonlySet<Sm3Hex>;
}

/** Refuses at the first line that is not what it should be, and when the slice does not end as announced. */
export async function checkSlice(chunks: AsyncIterable<Buffer>, task: SliceTask): Promise<SliceFacts> {
  const { slice, have, pace } = task;
  const admissions: JournalLine[] = [];
  const decidedOffices = new Map<string, { planItemId: RecordId; seq: number }>();
  const newReferences: Attachment[] = [];
  const allReferences = new Set<Sm3Hex>();
  const lastShared = Math.min(have, slice.toSeq);
  let at: ChainPoint = { author: slice.author, seq: slice.fromSeq - 1, hash: slice.prev };
  let hashAtHave = at.seq === lastShared ? at.hash : null;
  try {
    for await (const lines of cutLines(chunks)) {
      for (const bytes of lines) {
        const isNew = at.seq >= have;
        const line = isNew || bytes.includes(REFERENCE_MARK) ? parse(at, bytes) : null;
        if (line === null) at = link(at, bytes);
        else {
          at = line.at;
          const references = bytes.includes(REFERENCE_MARK) && line.line.op === 'put' ? attachmentsIn(line.line.body) : [];
          for (const reference of references) allReferences.add(reference.sm3);
          if (isNew) {
            checkNewLine(line.line, task);
            newReferences.push(...references);
            if (line.line.table === 'admissions') admissions.push(line.line);
            if (line.line.table === 'decisions') noteDecided(line.line, decidedOffices);
          }
        }
        if (at.seq === lastShared) hashAtHave = at.hash;
        await pace.breathe();
      }
    }
  } catch (error) {
    if (!(error instanceof LineCutError)) throw error;
    badLine(slice, slice.fromSeq + error.linesBefore, error.reason);
  }
  if (at.seq !== slice.toSeq || at.hash !== slice.hash) {
    refuse('bundle.bad-chain', { author: slice.author, seq: at.seq, reason: 'end-differs' });
  }
  return { hashAtHave, admissions, decidedOffices, newReferences, allReferences };
}

function parse(after: ChainPoint, bytes: Buffer): { at: ChainPoint; line: JournalLine } {
  const verified = strictly(after, bytes);
  if (!verified.ok) return refuseLine(after, verified.error);
  return { at: verified.value, line: verified.value.line };
}

function strictly(after: ChainPoint, bytes: Buffer): ReturnType<typeof verifyLine> {
  let text: string;
  try {
    text = fromUtf8(bytes);
  } catch {
    return badLine(after, after.seq + 1, 'utf-8');
  }
  return verifyLine(after, text, bytes);
}

/** Lines we hold need only their links here: that they are the same lines is settled by the hash of the last one. */
function link(after: ChainPoint, bytes: Buffer): ChainPoint {
  const linked = verifyLink(after, bytes);
  return linked.ok ? linked.value : refuseLine(after, linked.error);
}

function refuseLine(after: ChainPoint, error: { readonly code: string; readonly evidence?: Readonly<Record<string, unknown>> }): never {
  const seq = after.seq + 1;
  if (error.code === 'journal.gap' || error.code === 'journal.broken-chain' || error.code === 'journal.wrong-author') {
    return refuse('bundle.bad-chain', { author: after.author, seq, reason: error.code });
  }
  return badLine(after, seq, typeof error.evidence?.['reason'] === 'string' ? error.evidence['reason'] : error.code);
}

function checkNewLine(line: JournalLine, { slice, office, environment }: SliceTask): void {
  const { author } = slice;
  const bad = (reason: string, evidence: BundleFailure['evidence'] = {}): never =>
    refuse('bundle.bad-record', { author, seq: line.seq, reason, ...evidence });
  assert(office !== null, 'nothing of our own is new');
  if (!isOwnedBy(line.by, author)) bad('wrong-operator', { table: line.table });
  const { by, table, id } = line;
  const claim = { chain: 'official', author, officeKind: office.officeKind, by, table, id } as const;
  const checked = checkRecord(line.op === 'put' ? { ...claim, body: line.body } : claim);
  if (!checked.ok) return bad(checked.error.code, checked.error.evidence);
  if (line.table !== 'stations') {
    // Or a journal could keep silent about what it belongs to.
    if (line.seq === 1) bad('station-not-first', { table: line.table });
    return;
  }
  // Or its records would be shown under a false office, and its figures counted in a false region.
  const said = line.op === 'put' ? line.body : {};
  if (ADMITTED_FACTS.some((fact) => said[fact] !== office[fact])) bad('station-differs', { table: line.table });
  if (said['environment'] !== environment) refuse('bundle.other-environment', { author, found: environment === 'real' ? 'training' : 'real' });
}

/** Checked when every journal of the bundle is: only then it is known who admitted whom. */
function noteDecided(line: JournalLine, offices: Map<string, { planItemId: RecordId; seq: number }>): void {
  if (line.op === 'remove') return;
  const planItemId = recordIdSchema.parse(line.body['planItemId']);
  const owner = ownerPart(planItemId);
  if (!offices.has(owner)) offices.set(owner, { planItemId, seq: line.seq });
}

function badLine({ author }: { readonly author: string }, seq: number, reason: string): never {
  return refuse('bundle.bad-line', { author, seq, reason });
}
