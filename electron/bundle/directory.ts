// The directory 名录: which stations this office trusts, and what they have acknowledged. Read from the journals' own
// admissions and receipts, kept in memory, extended as the journals grow. It writes nothing.

import type { StationId } from '#shared/base/ids';
import { type Head, receiptSchema } from '#shared/domain/exchange';
import type { Station } from '#shared/domain/office';
import { cardView } from '#shared/bundle/card';
import type { Provenance } from '#shared/ipc/contract';
import type { JournalLine } from '#shared/journal/line';
import type { JournalStore } from '../journal/ports';
import { createOfficialScan } from '../journal/official-scan';
import { type AdmissionBook, copyBook, noteAdmission, resolveTrust, type TrustView } from './trust';

export interface DirectoryView extends TrustView {
  /** What a recipient's latest receipts for our bundles say it holds, per author. */
  acknowledged(recipient: StationId): ReadonlyMap<StationId, Head>;
  /** The same view with admissions that are verified but not stored yet. */
  withAdmissions(lines: readonly JournalLine[]): TrustView;
}

export interface Directory {
  /** The directory as the journals stand now. */
  view(): Promise<DirectoryView>;
  /** Whose signature an author's figures rest on; null for an author we do not trust. */
  provenance(author: StationId): Promise<Provenance | null>;
}

export function createDirectory(journals: JournalStore, self: Station): Directory {
  const owner = journals.owner;
  const book: AdmissionBook = new Map();
  const receipts = new Map<StationId, Map<StationId, Head>>();
  let resolved: TrustView | null = null;

  const scan = createOfficialScan(journals, ['admissions', 'receipts'], (line) => {
    if (line.table === 'admissions') {
      noteAdmission(book, line);
      resolved = null;
    } else {
      noteReceipt(receipts, owner, line);
    }
  });

  const view = async (): Promise<DirectoryView> => {
    await scan.refresh();
    resolved ??= resolveTrust(owner, book);
    return {
      ...resolved,
      acknowledged: (recipient) => receipts.get(recipient) ?? new Map<StationId, Head>(),
      withAdmissions: (lines) => {
        const staged = copyBook(book);
        for (const line of lines) noteAdmission(staged, line);
        return resolveTrust(owner, staged);
      },
    };
  };

  return {
    view,
    async provenance(author) {
      const current = await view();
      const office = author === owner ? self : current.office(author)?.admission;
      if (office === undefined) return null;
      const checkpoint = await journals.checkpoint(author);
      const nameOf = (id: StationId) => (id === owner ? self.name : (current.office(id)?.admission.name ?? ''));
      return {
        author,
        name: office.name,
        fingerprint: cardView(office).fingerprint,
        checkpoint: checkpoint === null ? null : { seq: checkpoint.seq, hash: checkpoint.hash, at: checkpoint.at },
        vouchers: current.vouchers(author).map((id) => ({ stationId: id, name: nameOf(id) })),
      };
    },
  };
}

/** A later receipt replaces an earlier one author by author, also downwards: the recipient may have restored a backup. */
function noteReceipt(receipts: Map<StationId, Map<StationId, Head>>, owner: StationId, line: JournalLine): void {
  if (line.op !== 'put' || line.author === owner) return;
  const parsed = receiptSchema.safeParse(line.body);
  if (!parsed.success || parsed.data.senderId !== owner) return;
  const heads = receipts.get(line.author) ?? new Map<StationId, Head>();
  for (const head of parsed.data.heads) heads.set(head.author, head);
  receipts.set(line.author, heads);
}
