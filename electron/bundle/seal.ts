// Sealing 封装 a bundle for one recipient: plan, pack into the station's own folder, bring to the chosen folder, keep the copy.
// A failure leaves no file behind; only our own checkpoint may stay signed.

import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { todayInShanghai, yearOf } from '#shared/base/date';
import type { StationId } from '#shared/base/ids';
import type { Failure, Result } from '#shared/base/result';
import { readyCrypto } from '#shared/crypto/sm3';
import { MAX_JOURNALS } from '#shared/bundle/limits';
import * as names from '#shared/bundle/names';
import type { SealReport } from '#shared/ipc/contract';
import { syncFolder } from '../lib/atomic-file';
import { deliver } from './deliver';
import { sentFolder, workFolder } from './folders';
import { cleanWorkFolder, removeWorkFolder } from './incoming';
import { inTurn } from './one-at-a-time';
import { pack } from './pack';
import { type Watch, watchOf, type WatchParts } from './pace';
import type { BundleStation } from './ports';
import { asResult } from '../lib/refusal';
import { onStationDisk, refuse, throwIfCancelled } from './refusal';
import { planSlices } from './seal-plan';

export interface SealRequest extends Watch {
  readonly recipientId: StationId;
  readonly targetFolder: string;
  /** Everything again, whatever the recipient has acknowledged. */
  readonly fromStart: boolean;
}

/** Evidence never names a path. A locked key comes back as the vault's own failure. */
export function sealBundle(station: BundleStation, request: SealRequest): Promise<Result<SealReport, Failure>> {
  return inTurn(station, () => asResult(() => seal(station, request, watchOf(request))));
}

async function seal(station: BundleStation, request: SealRequest, watch: WatchParts): Promise<SealReport> {
  await readyCrypto();
  const now = station.now?.() ?? new Date();
  const view = await station.directory.view();
  const recipient = view.direct(request.recipientId);
  if (recipient?.state !== 'admitted') return refuse('bundle.recipient-not-admitted', { stationId: request.recipientId });
  const planned = await planSlices(station, view, recipient, { fromStart: request.fromStart, now });
  if (planned.length === 0) return refuse('bundle.nothing-to-send');
  if (planned.length > MAX_JOURNALS) return refuse('bundle.too-large', { journals: planned.length });

  await cleanWorkFolder(station.folder);
  try {
    const bundleId = await nextBundleId(station, request.targetFolder, yearOf(todayInShanghai(now)));
    const fileName = `${bundleId}${names.BUNDLE_EXTENSION}`;
    const packedPath = join(workFolder(station.folder), fileName);
    const packed = await pack(station, { path: packedPath, bundleId, recipientId: request.recipientId, planned, now }, watch);
    throwIfCancelled(watch.signal);
    const delivered = await deliver(packedPath, { folder: request.targetFolder, fileName }, { ...watch, sizeBytes: packed.sizeBytes });
    try {
      await keepCopy(station.folder, packedPath);
    } catch (error) {
      // What is not on record here must not travel.
      await rm(join(request.targetFolder, fileName), { force: true }).catch(() => undefined);
      throw error;
    }
    return {
      bundleId,
      bundleSm3: delivered.sm3,
      fileName,
      sizeBytes: delivered.sizeBytes,
      lines: planned.reduce((sum, { slice }) => sum + slice.toSeq - slice.fromSeq + 1, 0),
      attachments: packed.attachments,
      heads: planned.map(({ slice }) => ({ author: slice.author, seq: slice.toSeq, hash: slice.hash })),
    };
  } finally {
    await removeWorkFolder(station.folder);
  }
}

/** One above every number used this year, here or on the medium, finished or not. */
async function nextBundleId({ station, folder }: BundleStation, targetFolder: string, year: number): Promise<string> {
  const { regionCode, stationId } = station;
  const used = [...(await listNames(sentFolder(folder))), ...(await listNames(targetFolder))]
    .map((name) => name.slice(0, Math.max(0, name.indexOf(names.BUNDLE_EXTENSION))))
    .map((id) => names.bundleNumberOf(id, regionCode, stationId, year) ?? 0);
  return names.createBundleId(regionCode, stationId, year, Math.max(0, ...used) + 1);
}

/** A folder that cannot be listed shows its trouble when it is written to. */
async function listNames(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

/** Sent files stay until their receipt and after; the medium is no archive. */
async function keepCopy(stationFolder: string, packedPath: string): Promise<void> {
  await onStationDisk(async () => {
    await mkdir(sentFolder(stationFolder), { recursive: true });
    await rename(packedPath, join(sentFolder(stationFolder), basename(packedPath)));
    await syncFolder(sentFolder(stationFolder));
  });
}
