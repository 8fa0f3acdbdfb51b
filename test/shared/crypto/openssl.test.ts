// Both ways with stock openssl: whatever one side writes, the other reads. Needs `openssl` 3 on the path.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '#shared/base/bytes';
import { encodePem, encodePkcs8, encodeSpki, parsePem, parsePkcs8, parseSpki, PEM_PRIVATE_KEY, PEM_PUBLIC_KEY } from '#shared/crypto/keys';
import { generateKeyPair, publicKeyOf, sign, verify } from '#shared/crypto/sm2';
import { readyCrypto } from '#shared/crypto/sm3';

const DISTID = 'distid:1234567812345678';
const random = (length: number): Uint8Array => randomBytes(length);
const message = utf8('购买服务合同');
let folder: string;
const file = (name: string): string => join(folder, name);
const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(async () => {
  await readyCrypto();
  folder = mkdtempSync(join(tmpdir(), 'openssl-'));
  writeFileSync(file('message'), message);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sign', () => {
  it('makes signatures openssl accepts, and refuses for another message', () => {
    writeFileSync(file('other'), 'other');
    for (let round = 0; round < 5; round++) {
      const key = generateKeyPair(random);
      writeFileSync(file('ours.pub.pem'), encodePem(PEM_PUBLIC_KEY, encodeSpki(key.publicKey)));
      writeFileSync(file('ours.sig'), sign(key.privateKey, message, random));
      const check = (name: string): number | null =>
        spawnSync('openssl', [
          ...['dgst', '-sm3', '-verify', file('ours.pub.pem'), '-sigopt', DISTID],
          ...['-signature', file('ours.sig'), file(name)],
        ]).status;
      expect(check('message')).toBe(0);
      expect(check('other')).toBe(1);
    }
  });
});

describe('verify', () => {
  it('accepts what openssl signed with its own key, and refuses what it signed under an empty id', () => {
    for (let round = 0; round < 5; round++) {
      openssl('genpkey', '-algorithm', 'SM2', '-out', file('theirs.pem'));
      openssl('pkey', '-in', file('theirs.pem'), '-pubout', '-out', file('theirs.pub.pem'));
      openssl('dgst', '-sm3', '-sign', file('theirs.pem'), '-sigopt', DISTID, '-out', file('theirs.sig'), file('message'));
      openssl('dgst', '-sm3', '-sign', file('theirs.pem'), '-out', file('empty-id.sig'), file('message'));
      const der = parsePem(PEM_PUBLIC_KEY, readFileSync(file('theirs.pub.pem'), 'utf8'));
      const publicKey = der && parseSpki(der);
      if (publicKey === null) throw new Error('openssl’s public key was not read');
      expect(verify(publicKey, message, readFileSync(file('theirs.sig')))).toBe(true);
      expect(verify(publicKey, message, readFileSync(file('empty-id.sig')))).toBe(false);
    }
  });
});

describe('encodePkcs8', () => {
  it('writes what openssl reads, byte for byte as openssl writes it', () => {
    const key = generateKeyPair(random);
    writeFileSync(file('ours.pem'), encodePem(PEM_PRIVATE_KEY, encodePkcs8(key.privateKey)));
    expect(openssl('pkey', '-in', file('ours.pem')).toString()).toBe(readFileSync(file('ours.pem'), 'utf8'));
    expect([...openssl('pkey', '-in', file('ours.pem'), '-pubout', '-outform', 'DER')]).toEqual([...encodeSpki(key.publicKey)]);
  });
});

describe('parsePkcs8', () => {
  it('reads the private key openssl wrote', () => {
    openssl('genpkey', '-algorithm', 'SM2', '-out', file('theirs.pem'));
    const der = parsePem(PEM_PRIVATE_KEY, readFileSync(file('theirs.pem'), 'utf8'));
    const privateKey = der && parsePkcs8(der);
    if (privateKey === null) throw new Error('openssl’s private key was not read');
    const spki = openssl('pkey', '-in', file('theirs.pem'), '-pubout', '-outform', 'DER');
    expect([...encodeSpki(publicKeyOf(privateKey))]).toEqual([...spki]);
  });
});
