// What is due at this station: the deadlines of its own contracts, drafts, approvals and bundles. It reads kept rows and small
// ranges only: contracts are found by the days on which they are to be looked at, so the list is complete at any size.

import { type BusinessDate, parseDate, yearOf } from '#shared/base/date';
import type { RecordId, StationId } from '#shared/base/ids';
import { MAX_FEN } from '#shared/base/money';
import { contractDeadlines, signingDeadline } from '#shared/domain/deadlines/contract-deadlines';
import { byDueDate, type Deadline } from '#shared/domain/deadlines/deadline';
import { type Approval, budgetDeadline, firstBudgetDay, receiptDeadline } from '#shared/domain/deadlines/other-deadlines';
import { watchRanges } from '#shared/domain/deadlines/watch';
import { type Commitment, db, watchKey } from './db';
import { readOutstanding } from './dispatches';

export interface AgendaEntry {
  readonly deadline: Deadline;
  /** Number and name of the record, or the document. */
  readonly subject: string;
  /** Where the record is opened; null where there is nothing to open. */
  readonly to: string | null;
  /** The mark by which it was noted as settled; null while it is open. */
  readonly mark: RecordId | null;
}

export interface Agenda {
  /** Earliest first, settled ones among them. */
  readonly entries: readonly AgendaEntry[];
}

export async function readAgenda(own: StationId, today: BusinessDate): Promise<Agenda> {
  const [contracts, drafts, approvals, dispatches, marks] = await Promise.all([
    contractEntries(own, today),
    draftEntries(),
    approvalEntries(own, today),
    dispatchEntries(own, today),
    db.doneMarks.toArray(),
  ]);
  const markOf = new Map(marks.map((row) => [row.body.deadline, row.id]));
  const found = [...contracts, ...drafts, ...approvals, ...dispatches];
  const entries = found.map((entry): AgendaEntry => ({ ...entry, mark: markOf.get(entry.deadline.key) ?? null }));
  return { entries: entries.sort((a, b) => byDueDate(a.deadline, b.deadline)) };
}

type Found = Omit<AgendaEntry, 'mark'>;

/** Of all contracts, however many: only those are read that have, or still lack, something around today. */
async function contractEntries(own: StationId, today: BusinessDate): Promise<readonly Found[]> {
  const ids = await Promise.all(watchRanges(today).map(([from, to]) => db.commitments.where('watch').between(watchKey(own, from), watchKey(own, to), true, true).primaryKeys()));
  // A contract may stand under several of them, and a row costs far more than a key.
  const rows = await db.commitments.bulkGet([...new Set(ids.flat())]);
  return rows.flatMap((row) => (row === undefined ? [] : ofContract(row, today)));
}

function ofContract({ id, contract, acceptances }: Commitment, today: BusinessDate): readonly Found[] {
  if (contract === undefined) return [];
  const { number, name } = contract;
  return contractDeadlines({ ...contract, id, acceptances }, today).map((deadline) => ({ deadline, subject: `${number}　${name}`, to: pathOf(deadline, id) }));
}

function pathOf({ kind, recordId }: Deadline, contract: RecordId): string {
  return kind === 'acceptance-pay' || kind === 'acceptance-cure' ? `/acceptances/${recordId ?? ''}` : `/contracts/${contract}`;
}

/** Contracts being drawn up, by the notice that was typed. */
async function draftEntries(): Promise<readonly Found[]> {
  const drafts = await db.drafts.where('[body.kind+body.year]').between(['contracts', 0], ['contracts', 9999]).toArray();
  return drafts.flatMap(({ id, body: { form, basedOnRev } }): readonly Found[] => {
    const notice = parseDate(textOf(form['awardNoticeOn']));
    if (basedOnRev > 0 || !notice.ok) return [];
    const subject = [textOf(form['number']), textOf(form['name'])].filter((part) => part !== '').join('　');
    return [{ deadline: signingDeadline(id, notice.value), subject: subject === '' ? '合同草稿' : subject, to: `/contracts/${id}/edit` }];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function approvalEntries(own: StationId, today: BusinessDate): Promise<readonly Found[]> {
  const since = firstBudgetDay(today);
  const years = [...new Set([yearOf(since), yearOf(today)])];
  const rows = await Promise.all(
    years.map((year) =>
      db.tallies
        .where('[scope+year+scopeId]')
        .between(['approval', year, `${own}/${since}`], ['approval', year, `${own}/\uffff`])
        .toArray(),
    ),
  );
  return rows.flat().flatMap(({ scopeId, fen }): readonly Found[] => {
    const [, decidedOn = '', ...rest] = scopeId.split('/');
    const sum = fen.reduce((total, one) => total + one, 0n);
    const approval: Approval = { decidedOn, documentNumber: rest.join('/'), approvedFen: Number(sum > BigInt(MAX_FEN) ? MAX_FEN : sum) };
    const deadline = budgetDeadline(approval, today);
    return deadline === null ? [] : [{ deadline, subject: approval.documentNumber, to: approvalLink(approval) }];
  });
}

/** The projects it approved, in whichever plan year they stand: the plan page looks for that year itself. */
function approvalLink({ decidedOn, documentNumber }: Approval): string {
  return `/plan?${new URLSearchParams({ decidedOn, document: documentNumber }).toString()}`;
}

/** Bundles whose receipt is overdue; the younger ones merely wait. */
async function dispatchEntries(own: StationId, today: BusinessDate): Promise<readonly Found[]> {
  const outstanding = await readOutstanding(own);
  return outstanding.flatMap(({ dispatch, recipientName, sentOn }) => {
    const deadline = receiptDeadline(dispatch.id, sentOn);
    return deadline.dueOn > today ? [] : [{ deadline, subject: `${recipientName}　${dispatch.body.fileName}`, to: '/exchange/send' }];
  });
}

/** What nobody has noted as settled. */
export function openEntries({ entries }: Agenda): readonly AgendaEntry[] {
  return entries.filter(({ mark }) => mark === null);
}
