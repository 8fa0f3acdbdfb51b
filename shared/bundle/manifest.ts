// The bag's text files (RFC 8493): manifests, bagit.txt and bag-info.txt, written and parsed strictly. It hashes nothing.

import { compareNames } from './order';

export const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Entry name (without the top folder) to lower-case hex digest. */
export type Manifest = ReadonlyMap<string, string>;

/** One `<digest>  <name>` line per entry, sorted by name: the form `sha256sum -c` and BagIt tools read. */
export function encodeManifest(manifest: Manifest): string {
  return [...manifest.keys()]
    .sort(compareNames)
    .map((name) => `${manifest.get(name) ?? ''}  ${name}\n`)
    .join('');
}

/** The manifest, or null unless every line is exactly a 64-digit digest, two spaces and a plain name, sorted, without repeats. */
export function parseManifest(text: string): Manifest | null {
  if (text === '' || !text.endsWith('\n')) return null;
  const manifest = new Map<string, string>();
  let last = '';
  for (const line of text.slice(0, -1).split('\n')) {
    const [, digest, name] = /^([0-9a-f]{64}) {2}([0-9a-z./-]{1,160})$/.exec(line) ?? [];
    if (digest === undefined || name === undefined || compareNames(last, name) >= 0) return null;
    manifest.set(name, digest);
    last = name;
  }
  return manifest;
}

/** Labels of bag-info.txt in the order they are written. The first four are BagIt's own, the last two ours. */
export interface BagInfo {
  readonly organization: string;
  readonly bundleId: string;
  readonly date: string;
  readonly payloadBytes: number;
  readonly payloadFiles: number;
  readonly station: string;
  readonly format: number;
}

export function encodeBagInfo(info: BagInfo): string {
  return [
    `Source-Organization: ${info.organization}`,
    `External-Identifier: ${info.bundleId}`,
    `Bagging-Date: ${info.date}`,
    `Payload-Oxum: ${String(info.payloadBytes)}.${String(info.payloadFiles)}`,
    `Sender-Station: ${info.station}`,
    `Bundle-Format: ${String(info.format)}`,
    '',
  ].join('\n');
}

/** Parsed and written again it must be the same text; everything else is null. */
export function parseBagInfo(text: string): BagInfo | null {
  const value = (label: string) => new RegExp(`^${label}: (.+)$`, 'm').exec(text)?.[1] ?? '';
  const [bytes = '', files = ''] = value('Payload-Oxum').split('.');
  const info: BagInfo = {
    organization: value('Source-Organization'),
    bundleId: value('External-Identifier'),
    date: value('Bagging-Date'),
    payloadBytes: Number(bytes),
    payloadFiles: Number(files),
    station: value('Sender-Station'),
    format: Number(value('Bundle-Format')),
  };
  return encodeBagInfo(info) === text ? info : null;
}

/** The format number alone, from a file that may be of a later format and say more than we know; null when it has none. */
export function peekFormat(text: string): number | null {
  const digits = /^Bundle-Format: (\d{1,6})$/m.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
