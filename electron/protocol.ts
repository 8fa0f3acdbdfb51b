// Serves app://goufu: the built page, journal bytes and stored images. It decides by path and session, and writes nothing.

import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { z } from 'zod';
import { type Sm3Hex, sm3HexSchema, stationIdSchema } from '#shared/base/ids';
import { CHAINS } from '#shared/domain/registry';
import { APP_ORIGIN } from '#shared/ipc/origin';
import { mediaTypeOf } from './attachments/media-type';
import type { AttachmentStore, JournalStore } from './journal/ports';

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What an operator who is signed in may read through the protocol; null while nobody is. */
export interface OpenStores {
  readonly journal: JournalStore;
  readonly attachments: AttachmentStore;
}

export interface ProtocolOptions {
  readonly pageFolder: string;
  readonly openStores: () => OpenStores | null;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.map': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const journalQuery = z.strictObject({
  chain: z.enum(CHAINS),
  author: stationIdSchema,
  from: z.string().regex(/^\d{1,15}$/).transform(Number),
});

export function createProtocolHandler(options: ProtocolOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405);
    if (!request.url.startsWith(`${APP_ORIGIN}/`)) return refuse(404);
    const segments = pathSegments(new URL(request.url).pathname);
    if (segments === null) return refuse(404);
    if (segments[0] === 'journal') return serveJournal(segments, new URL(request.url).searchParams, options);
    if (segments[0] === 'attachment') return serveAttachment(segments, options);
    return servePage(segments, options.pageFolder);
  };
}

/** Decoded path segments, or null for anything that could leave the folder. */
function pathSegments(pathname: string): readonly string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const segments = decoded.split('/').slice(1);
  const plain = segments.every((segment) => /^[\w@-][\w@.-]*$/.test(segment) || segment === '');
  return plain && !segments.slice(0, -1).includes('') ? segments : null;
}

async function servePage(segments: readonly string[], folder: string): Promise<Response> {
  const name = segments.at(-1) === '' ? [...segments.slice(0, -1), 'index.html'] : segments;
  const mediaType = MEDIA_TYPES[extname(name.at(-1) ?? '')];
  const path = join(folder, ...name);
  if (mediaType === undefined || !path.startsWith(folder + sep)) return refuse(404);
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers: headers(mediaType, 'no-cache') });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');
    return refuse(missing ? 404 : 500);
  }
}

function serveJournal(segments: readonly string[], query: URLSearchParams, { openStores }: ProtocolOptions): Response {
  const stores = openStores();
  if (stores === null) return refuse(403);
  const [, chain, author, ...rest] = segments;
  const asked = journalQuery.safeParse({ chain, author, ...Object.fromEntries(query) });
  if (!asked.success || rest.length > 0) return refuse(400);
  const head = stores.journal.head(asked.data.chain, asked.data.author);
  if (head === null) return refuse(404);
  if (asked.data.from > head.sizeBytes) return refuse(416);
  const bytes = stores.journal.readBytes(asked.data.chain, asked.data.author, asked.data.from);
  return new Response(streamOf(bytes), { headers: headers('application/x-ndjson', 'no-store') });
}

async function serveAttachment(segments: readonly string[], { openStores }: ProtocolOptions): Promise<Response> {
  const stores = openStores();
  if (stores === null) return refuse(403);
  const sm3 = sm3HexSchema.safeParse(segments[1]);
  if (!sm3.success || segments.length !== 2) return refuse(400);
  if (!(await stores.attachments.has(sm3.data))) return refuse(404);
  return streamImage(sm3.data, stores.attachments);
}

/** Only pictures are shown in the page; the type comes from the bytes, never from a name. */
async function streamImage(sm3: Sm3Hex, attachments: AttachmentStore): Promise<Response> {
  const chunks = attachments.read(sm3)[Symbol.asyncIterator]();
  const first = await chunks.next();
  const mediaType = first.done === true ? null : mediaTypeOf(first.value);
  if (first.done === true || mediaType === null || !mediaType.startsWith('image/')) {
    await chunks.return?.();
    return refuse(415);
  }
  return new Response(streamOf(resume(first.value, chunks)), { headers: headers(mediaType, 'no-store') });
}

async function* resume(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Pulled, not pushed: a slow reader keeps memory flat, and a cancelled one closes the file. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: headers('text/plain', 'no-store') });
}

function headers(mediaType: string, cacheControl: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': cacheControl,
  };
}
