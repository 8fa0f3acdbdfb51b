import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runVerify } from '../../../electron/bundle/verify-report';
import { encodePem, fingerprintOf, PEM_PUBLIC_KEY } from '../../../shared/crypto/keys';
import { createOffice, type Office, removeTempFolders, tempFolder } from './support/office';
import { assemble, journalLines, lineAfter, setJournal, takeApart } from './support/forge';
import { createPair, openAt, sealFor, submit } from './support/pair';

let unit: Office;
let county: Office;
let path: string;

beforeAll(async () => {
  ({ unit, county } = await createPair());
  await submit(unit);
  path = (await sealFor(unit, county)).path;
});
afterAll(removeTempFolders);

async function report(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await runVerify(args, (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

async function pemOf(office: Office): Promise<string> {
  const file = join(await tempFolder('pem'), 'key.pem');
  await writeFile(file, encodePem(PEM_PUBLIC_KEY, office.spki));
  return file;
}

describe('runVerify', () => {
  it('verifies a bundle under the trusted key, in English and Chinese', async () => {
    const { code, text } = await report(path, await pemOf(unit));
    expect(code).toBe(0);
    expect(text).toContain('VERIFIED 核验通过');
    expect(text).toContain(`journal ${unit.id}: lines 1–4, chain, records and checkpoint good`);
    expect(text).not.toMatch(/\[FAIL\]|\[\?\?\]/);
  });

  it('says without a trusted key that only the key inside was used, and shows its fingerprint', async () => {
    const { code, text } = await report(path);
    expect(code).toBe(0);
    expect(text).toContain('INSIDE the bundle only');
    expect(text).toContain(fingerprintOf(unit.spki));
    expect(text).toContain('SENDER NOT PROVEN');
    expect(text).not.toContain('VERIFIED');
  });

  it("fails under another office's key, for a damaged file, and for a line that breaks its schema", async () => {
    expect((await report(path, await pemOf(county))).text).toContain('bundle.bad-signature');
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    const damaged = join(await tempFolder('damaged'), 'x.gfb');
    await writeFile(damaged, bytes);
    expect((await report(damaged, await pemOf(unit))).code).toBe(1);
    const forge = await takeApart(path, unit);
    const lines = journalLines(forge, unit.id);
    setJournal(forge, unit, [...lines, lineAfter(lines.at(-1) ?? '', unit, { table: 'operators', body: { name: '' } })]);
    const { code, text } = await report(await assemble(forge), await pemOf(unit));
    expect({ code, found: text.includes('[FAIL] failed: bundle.bad-record') }).toEqual({ code: 1, found: true });
  });

  it('names the relayed journals whose key is not in the bundle, and checks those whose admission is', async () => {
    const league = await createOffice('league', '红城市财政局');
    await county.admit(league, 'superior');
    await openAt(county, path);
    const whole = await sealFor(county, league);
    expect((await report(whole.path, await pemOf(county))).text).toContain(`journal ${unit.id}: lines 1–4, chain, records and checkpoint good`);
    await league.admit(county, 'subordinate');
    await county.acknowledge(await openAt(county, (await sealFor(league, county)).path));
    const first = await openAt(league, whole.path);
    await league.acknowledge(first);
    await openAt(county, (await sealFor(league, county)).path);
    await submit(unit);
    await openAt(county, (await sealFor(unit, county)).path);
    const next = await report((await sealFor(county, league)).path, await pemOf(county));
    expect(next.code).toBe(0);
    expect(next.text).toMatch(new RegExp(`\\[\\?\\?\\] {3}journal ${unit.id}: lines 5–5, chain good; its key is not in this bundle`));
    expect(next.text).toContain('VERIFIED EXCEPT WHAT IS MARKED [??]');
  });

  it('explains itself when called wrongly, and says that a file is missing', async () => {
    expect((await report()).code).toBe(2);
    expect(await report('/nowhere/x.gfb')).toMatchObject({ code: 1, text: expect.stringContaining('ENOENT') as string });
  });
});
