import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePem, PEM_PUBLIC_KEY } from '../../../shared/crypto/keys';
import { parseCard } from '../../../shared/bundle/card';
import { assemble, type Forge, takeApart } from './support/forge';
import { removeTempFolders, tempFolder } from './support/office';
import { createPair, type Pair, sealFor, submit } from './support/pair';

const run = promisify(execFile);
let pair: Pair;

beforeAll(async () => {
  pair = await createPair();
  await submit(pair.unit);
});
afterAll(removeTempFolders);

async function pem(spki: Uint8Array): Promise<string> {
  const path = join(await tempFolder('pem'), 'trusted.pem');
  await writeFile(path, encodePem(PEM_PUBLIC_KEY, spki));
  return path;
}

describe('sealBundle', () => {
  it('writes a bag that unzip and openssl alone accept under the trusted key', async () => {
    const { path, report } = await sealFor(pair.unit, pair.county);
    const { stdout } = await run('sh', ['build/verify-bag.sh', path, await pem(pair.unit.spki)]);
    expect(stdout).toContain('ALL OK');
    expect(report).toMatchObject({ lines: 4, attachments: 1 });
    const hash = await run('openssl', ['dgst', '-sm3', '-r', path]);
    expect(hash.stdout.slice(0, 64)).toBe(report.bundleSm3);
  });

  it('puts a card and an exchange file inside that say who sends what to whom', async () => {
    const { path, report } = await sealFor(pair.unit, pair.county, { fromStart: true });
    const { stdout } = await run('unzip', ['-p', path, `${report.bundleId}/data/exchange.json`]);
    expect(JSON.parse(stdout)).toMatchObject({ bundleId: report.bundleId, sender: pair.unit.id, recipients: [pair.county.id], journals: [{ author: pair.unit.id, fromSeq: 1 }] });
    const card = await run('unzip', ['-p', path, `${report.bundleId}/data/card.json`]);
    expect(parseCard(card.stdout)).toMatchObject({ ok: true, value: { station: pair.unit.station } });
  });
});

describe('build/verify-bag.sh', () => {
  const verdict = (path: string, trusted: string) =>
    run('sh', ['build/verify-bag.sh', path, trusted]).then(({ stdout }) => stdout, (error: unknown) => String((error as { stderr: string }).stderr));

  it("refuses another office's key and a missing file", async () => {
    const { path } = await sealFor(pair.unit, pair.county, { fromStart: true });
    expect(await verdict(path, await pem(pair.county.spki))).toContain('the signature is not that of the trusted key');
    expect(await verdict(`${path}.none`, await pem(pair.unit.spki))).toContain('file not found');
  });

  it.each<[string, (forge: Forge) => void, string]>([
    ['a swapped payload file', (forge) => (forge.onSigned = (files) => files.set('data/card.json', Buffer.from('{}'))), 'data/card.json differs from manifest-sm3.txt'],
    ['an unlisted payload file', (forge) => (forge.onSigned = (files) => files.set('data/more', Buffer.from('x'))), 'the files in data/ differ'],
    ['a listed payload file that is missing', (forge) => (forge.onSigned = (files) => files.delete('data/card.json')), 'is listed in manifest-sm3.txt but missing'],
    ['an unlisted file outside data/', (forge) => (forge.onSigned = (files) => files.set('run.sh', Buffer.from('x'))), 'a file outside data/'],
    ['a changed tag file', (forge) => (forge.onSigned = (files) => files.set('bag-info.txt', Buffer.from('x'))), 'bag-info.txt differs from tagmanifest-sm3.txt'],
    ['a wrong total', (forge) => (forge.oxum = '1.1'), 'another total'],
    ['a name that leaves the folder', (forge) => (forge.onZip = (entries) => [...entries, { name: '../evil', data: Buffer.from('x') }]), 'an entry name'],
    ['a second top folder', (forge) => (forge.onZip = (entries) => [...entries, { name: `150422-1a2b3c4d-2026-0009/x`, data: Buffer.from('x') }]), 'more than one top folder'],
  ])('refuses %s', async (_, change, words) => {
    const forge = await takeApart((await sealFor(pair.unit, pair.county, { fromStart: true })).path, pair.unit);
    change(forge);
    expect(await verdict(await assemble(forge), await pem(pair.unit.spki))).toContain(words);
  });
});
