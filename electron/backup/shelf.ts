// One station's backups in a folder: pieces named by their SM3, kept once however many backups hold them, and one manifest
// per backup. A manifest is written last and by one rename, so a backup is there whole or not at all. FORMAT.md describes it.

import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Sm3Hex, StationId } from '#shared/base/ids';
import { failure, type Result } from '#shared/base/result';
import { type BackupManifest, encodeManifest, type ManifestFailure, MAX_MANIFEST_BYTES, parseManifest, PIECE_BYTES } from '#shared/backup/manifest';
import { readyCrypto, sm3Hex } from '#shared/crypto/sm3';
import { exists, isFolder, readFileIfPresent, renameWithPatience, syncFolder, systemCodeOf, writeFileAtomic } from '../lib/atomic-file';
import { onMedium, refuse } from './on-medium';

/** What the application makes in a folder the user chose; below it one folder per station. */
export const SHELVES = 'goufu-backup';
const PIECES = 'pieces';
const README = '请先读我.txt';
const MANIFEST_NAME = /^\d{8}T\d{9}Z-(?:daily|sealed|asked|replaced)\.json$/;
const TEMPORARY = /\.tmp$/;

export interface StoredBackup {
  /** The manifest's file name: unique on its shelf, and it sorts by time. */
  readonly name: string;
  readonly manifest: Result<BackupManifest, ManifestFailure>;
}

export interface Shelf {
  readonly folder: string;
  /** Newest first; empty where there is no such folder. */
  names(): Promise<readonly string[]>;
  read(name: string): Promise<Result<BackupManifest, ManifestFailure>>;
  /** All of them, newest first. One that cannot be read is listed with its failure. */
  list(): Promise<readonly StoredBackup[]>;
  /** Makes a piece durable and returns its name. With `thorough`, one that is there already is read and, when spoilt, written again. */
  put(bytes: Uint8Array, thorough: boolean): Promise<Sm3Hex>;
  hasPiece(piece: Sm3Hex, sizeBytes: number): Promise<boolean>;
  /** Null when it is missing or no longer what its name says. */
  piece(piece: Sm3Hex): Promise<Uint8Array | null>;
  /** The backup is there from the moment this resolves. */
  publish(manifest: BackupManifest): Promise<void>;
  remove(names: readonly string[]): Promise<void>;
  /** Removes pieces that no manifest names any more; nothing as long as one manifest cannot be read. */
  sweep(): Promise<void>;
}

export function shelfFolder(chosen: string, station: StationId): string {
  return join(chosen, SHELVES, station);
}

/** Makes the shelf's folders in the chosen one, which must be there: the place of a disk that was taken out is no place. */
export async function prepareShelf(folder: string): Promise<void> {
  await onMedium(async () => {
    for (const each of [dirname(folder), folder, join(folder, PIECES)]) {
      await mkdir(each).catch((error: unknown) => {
        if (systemCodeOf(error) !== 'EEXIST') throw error;
      });
    }
    if (!(await exists(join(folder, README)))) await writeFileAtomic(join(folder, README), README_TEXT);
  });
}

/** `version` is the application's own. */
export function createShelf(folder: string, version: string): Shelf {
  const pathOf = (piece: Sm3Hex) => join(folder, PIECES, piece.slice(0, 2), piece);
  /** Folders whose new names are not durable yet. */
  const touched = new Set<string>();

  async function readPiece(piece: Sm3Hex): Promise<Uint8Array | null> {
    const bytes = await onMedium(() => readFileIfPresent(pathOf(piece)));
    return bytes !== null && sm3Hex(bytes) === piece ? bytes : null;
  }

  async function writePiece(piece: Sm3Hex, bytes: Uint8Array): Promise<void> {
    const shelf = join(folder, PIECES, piece.slice(0, 2));
    if ((await mkdir(shelf, { recursive: true })) !== undefined) touched.add(join(folder, PIECES));
    const temporary = join(shelf, `.${randomBytes(8).toString('hex')}.tmp`);
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      if (sm3Hex(await readFile(temporary)) !== piece) refuse('backup.readback-differs');
      await renameWithPatience(temporary, pathOf(piece));
      touched.add(shelf);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  const shelf: Shelf = {
    folder,

    async names() {
      const names = (await isFolder(folder)) ? await onMedium(() => readdir(folder)) : [];
      return names.filter((name) => MANIFEST_NAME.test(name)).sort().reverse();
    },

    async read(name) {
      await readyCrypto();
      return readManifest(join(folder, name), version);
    },

    async list() {
      const found: StoredBackup[] = [];
      for (const name of await shelf.names()) found.push({ name, manifest: await shelf.read(name) });
      return found;
    },

    async put(bytes, thorough) {
      const piece = sm3Hex(bytes) as Sm3Hex;
      const held = thorough ? (await readPiece(piece)) !== null : await shelf.hasPiece(piece, bytes.length);
      if (!held) await onMedium(() => writePiece(piece, bytes));
      return piece;
    },

    async hasPiece(piece, sizeBytes) {
      const found = await stat(pathOf(piece)).catch(() => null);
      return found?.isFile() === true && found.size === sizeBytes;
    },

    piece: readPiece,

    async publish(manifest) {
      const name = `${manifest.madeAt.replace(/[-:.]/g, '')}-${manifest.reason}.json`;
      const bytes = encodeManifest(manifest);
      await onMedium(async () => {
        for (const each of touched) await syncFolder(each);
        touched.clear();
        await writeFileAtomic(join(folder, name), bytes);
        if (!Buffer.from(bytes).equals(await readFile(join(folder, name)))) {
          await rm(join(folder, name), { force: true });
          refuse('backup.readback-differs');
        }
      });
    },

    async remove(names) {
      await onMedium(async () => {
        for (const name of names) if (MANIFEST_NAME.test(name)) await rm(join(folder, name), { force: true });
        await syncFolder(folder);
      });
    },

    async sweep() {
      const used = new Set<string>();
      for (const { manifest } of await shelf.list()) {
        if (!manifest.ok) return;
        for (const { pieces } of manifest.value.files) for (const piece of pieces) used.add(piece);
      }
      await onMedium(() => sweepPieces(join(folder, PIECES), used));
    },
  };
  return shelf;
}

async function sweepPieces(folder: string, used: ReadonlySet<string>): Promise<void> {
  for (const shelf of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const name of await readdir(join(folder, shelf))) {
      const ours = /^[0-9a-f]{64}$/.test(name) ? !used.has(name) : TEMPORARY.test(name);
      if (ours) await rm(join(folder, shelf, name), { force: true });
    }
  }
}

async function readManifest(path: string, version: string): Promise<Result<BackupManifest, ManifestFailure>> {
  try {
    const { size } = await stat(path);
    if (size > MAX_MANIFEST_BYTES) return failure('backup.damaged', { reason: 'too-long', part: 'manifest' });
    return parseManifest(await readFile(path), version);
  } catch {
    return failure('backup.damaged', { reason: 'unreadable', part: 'manifest' });
  }
}

/** The file's bytes in pieces of one size. */
export async function* piecesOf(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(PIECE_BYTES);
  let filled = 0;
  for await (const block of blocks) {
    for (let at = 0; at < block.length; ) {
      const taken = block.subarray(at, at + PIECE_BYTES - filled);
      piece.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < PIECE_BYTES) continue;
      yield piece;
      piece = new Uint8Array(PIECE_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

const README_TEXT = [
  '这里是“购服台”的备份，由程序自动保存和清理，请不要改动、删除里面的文件。',
  '恢复：在新装或出错的电脑上启动购服台，点“从备份恢复”，选择这个文件夹（或它上面的 goufu-backup）。',
  '备份含有未报送的草稿和经办人信息，没有加密（密钥除外），请按本单位内部资料保管。',
  '',
].join('\r\n');
