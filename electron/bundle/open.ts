// Opening 接收 a bundle: private copy, all checks, then the stores. A refusal leaves the station as it was.

import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '#shared/base/assert';
import type { Failure, Result } from '#shared/base/result';
import { cardView } from '#shared/bundle/card';
import { BUNDLE_EXTENSION } from '#shared/bundle/names';
import type { OpenReport } from '#shared/ipc/contract';
import { readyCrypto } from '#shared/crypto/sm3';
import { syncFolder } from '../lib/atomic-file';
import { openContainer } from './container';
import { receivedFolder } from './folders';
import { cleanWorkFolder, copyIn, type IncomingFile, removeWorkFolder } from './incoming';
import { type Watch, watchOf, type WatchParts } from './pace';
import { inTurn } from './one-at-a-time';
import type { BundleStation } from './ports';
import { asResult } from '../lib/refusal';
import { onStationDisk } from './refusal';
import { storeBundle, type Stored } from './store';
import { type VerifiedBundle, verifyReceived } from './verify';

export interface OpenRequest extends Watch {
  readonly path: string;
}

/**
 * Opens the bundle file at `path`. On success the caller writes the receipt with `report.heads`; on 'bundle.fork' it may
 * record an incident. Cancelling is honoured between blocks and batches: what was stored by then stays, and opening the
 * file again goes on from there.
 */
export function openBundle(station: BundleStation, request: OpenRequest): Promise<Result<OpenReport, Failure>> {
  return inTurn(station, () => asResult(() => open(station, request.path, watchOf(request))));
}

async function open(station: BundleStation, path: string, watch: WatchParts): Promise<OpenReport> {
  await readyCrypto();
  await cleanWorkFolder(station.folder);
  try {
    const incoming = await copyIn(path, station.folder, watch);
    const container = await openContainer(incoming.path);
    let bundle: VerifiedBundle;
    let stored: Stored;
    try {
      bundle = await verifyReceived(station, container, watch);
      stored = await storeBundle(station, container, bundle, watch);
    } finally {
      await container.close();
    }
    const report = createReport(station, bundle, stored, incoming);
    await keepFile(station.folder, incoming, report.bundleId);
    return report;
  } finally {
    await removeWorkFolder(station.folder);
  }
}

/** Kept as evidence, also when opened again after a crash; the part of the hash keeps apart two files that claim one id. */
async function keepFile(stationFolder: string, incoming: IncomingFile, bundleId: string): Promise<void> {
  const folder = receivedFolder(stationFolder);
  await onStationDisk(async () => {
    await mkdir(folder, { recursive: true });
    await rename(incoming.path, join(folder, `${bundleId}-${incoming.sm3.slice(0, 8)}${BUNDLE_EXTENSION}`));
    await syncFolder(folder);
  });
}

function createReport(station: BundleStation, bundle: VerifiedBundle, stored: Stored, incoming: IncomingFile): OpenReport {
  const journals = bundle.journals.map(({ slice, name }) => ({
    author: slice.author,
    name,
    fromSeq: slice.fromSeq,
    toSeq: slice.toSeq,
    newLines: stored.newLines.get(slice.author) ?? 0,
  }));
  const heads = bundle.journals.map(({ slice }) => {
    const head = station.journals.head('official', slice.author);
    assert(head !== null, 'a stored journal has a head');
    return { author: head.author, seq: head.seq, hash: head.hash };
  });
  return {
    bundleId: bundle.exchange.bundleId,
    bundleSm3: incoming.sm3,
    sender: cardView(bundle.sender),
    journals,
    attachments: stored.attachments,
    heads,
    nothingNew: stored.attachments === 0 && journals.every(({ newLines }) => newLines === 0),
  };
}
