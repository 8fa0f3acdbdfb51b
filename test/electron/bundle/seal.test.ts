import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePem, PEM_PUBLIC_KEY } from '../../../shared/crypto/keys';
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
});
