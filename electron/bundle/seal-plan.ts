// What goes into a bundle for one recipient: which journals by rank, from where by the recipient's receipts, up to which
// checkpoint. It reads heads and receipts, signs our own checkpoint, and packs nothing.

import type { Sm3Hex, StationId } from '#shared/base/ids';
import { utf8 } from '#shared/base/bytes';
import { toBase64 } from '#shared/crypto/base64';
import { type Admission, OFFICE_RANK } from '#shared/domain/office';
import type { Slice } from '#shared/bundle/exchange-file';
import { compareNames } from '#shared/bundle/order';
import { type Checkpoint, checkpointText } from '#shared/journal/checkpoint';
import { GENESIS } from '#shared/journal/line';
import type { DirectoryView } from './directory';
import type { BundleStation } from './ports';
import { Refusal } from '../lib/refusal';
import { onStationDisk, refuse } from './refusal';

export interface PlannedSlice {
  readonly slice: Slice;
  readonly checkpoint: Checkpoint;
}

export async function planSlices(
  station: BundleStation,
  view: DirectoryView,
  recipient: Admission,
  options: { readonly fromStart: boolean; readonly now: Date },
): Promise<readonly PlannedSlice[]> {
  const { journals } = station;
  const own = await ownCheckpoint(station, options.now);
  const checkpoints = [own];
  for (const author of relayedAuthors(station, view, recipient)) {
    const checkpoint = await journals.checkpoint(author);
    if (checkpoint !== null) checkpoints.push(checkpoint);
  }
  const planned: PlannedSlice[] = [];
  for (const checkpoint of checkpoints) {
    const from = options.fromStart ? 0 : await heldByRecipient(station, view, recipient.stationId, checkpoint);
    if (from >= checkpoint.seq) continue;
    const { author, seq: toSeq, hash } = checkpoint;
    const prev = from === 0 ? GENESIS : ((await journals.hashAt(author, from)) as Sm3Hex);
    planned.push({ slice: { author, fromSeq: from + 1, prev, toSeq, hash }, checkpoint });
  }
  return planned.sort((a, b) => compareNames(a.slice.author, b.slice.author));
}

async function ownCheckpoint({ journals, sign }: BundleStation, now: Date): Promise<Checkpoint> {
  const head = journals.head('official', journals.owner);
  if (head === null || head.seq === 0) return refuse('bundle.nothing-to-send');
  const claim = { author: head.author, seq: head.seq, hash: head.hash, at: now.toISOString() };
  const signature = await sign(utf8(checkpointText(claim)));
  if (!signature.ok) throw new Refusal(signature.error);
  const checkpoint = { ...claim, signature: toBase64(signature.value) };
  await onStationDisk(() => journals.saveCheckpoint(checkpoint));
  return checkpoint;
}

/** Upwards what lies below us, downwards what lies above us; never a journal of somebody we do not trust (any more). */
function relayedAuthors({ station, journals }: BundleStation, view: DirectoryView, recipient: Admission): readonly StationId[] {
  const ownRank = OFFICE_RANK[station.officeKind];
  return journals
    .heads()
    .filter(({ chain, author }) => chain === 'official' && author !== journals.owner && author !== recipient.stationId)
    .map(({ author }) => author)
    .filter((author) => {
      const office = view.office(author);
      if (office === null) return false;
      const rank = OFFICE_RANK[office.admission.officeKind];
      return recipient.relation === 'superior' ? rank < ownRank : rank > ownRank;
    });
}

/** The last line the recipient has acknowledged and that is ours too; 0 sends everything, and a fork comes to light there. */
async function heldByRecipient(
  { journals }: BundleStation,
  view: DirectoryView,
  recipient: StationId,
  { author, seq }: Checkpoint,
): Promise<number> {
  const known = view.acknowledged(recipient).get(author);
  if (known === undefined || known.seq === 0) return 0;
  const have = journals.head('official', author)?.seq ?? seq;
  if (known.seq > have) {
    // Somebody else's journal reached the recipient by another way. Our own cannot: we have lost lines we had sealed.
    if (author !== journals.owner) return known.seq;
    return refuse('bundle.journal-behind', { have, acknowledged: known.seq });
  }
  return (await journals.hashAt(author, known.seq)) === known.hash ? known.seq : 0;
}
