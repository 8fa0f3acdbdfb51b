// The encrypted key both ways with stock openssl, and what is refused.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concatBytes, fromHex, toHex } from '#shared/base/bytes';
import { DER_OCTET_STRING, DER_OID, DER_SEQUENCE, derInteger, derValue } from '#shared/crypto/der';
import { encodePem, encodePkcs8, parsePem, parsePkcs8, PEM_ENCRYPTED_PRIVATE_KEY, PEM_PRIVATE_KEY } from '#shared/crypto/keys';
import { generateKeyPair } from '#shared/crypto/sm2';
import { unwrapKey, wrapKey } from '../../../electron/vault/pbes2';

const PASSPHRASE = '草原 2026 correct horse';
const { privateKey } = generateKeyPair((length) => randomBytes(length));
let folder: string;
let der: Uint8Array;
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pbes2-'));
  der = await wrapKey(privateKey, PASSPHRASE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codeOf = async (bytes: Uint8Array, passphrase = PASSPHRASE): Promise<string> => {
  const result = await unwrapKey(bytes, passphrase);
  return result.ok ? 'ok' : result.error.code;
};
const replaced = (from: string, to: string): Uint8Array => {
  const hex = toHex(der);
  expect(hex).toContain(from);
  return fromHex(hex.replace(from, to));
};

describe('wrapKey', () => {
  it('writes what openssl opens with the passphrase, and does not open with another', () => {
    writeFileSync(file('ours.pem'), encodePem(PEM_ENCRYPTED_PRIVATE_KEY, der));
    const plain = execFileSync('openssl', ['pkey', '-in', file('ours.pem'), '-passin', `pass:${PASSPHRASE}`]).toString();
    expect(plain).toBe(encodePem(PEM_PRIVATE_KEY, encodePkcs8(privateKey)));
    expect(spawnSync('openssl', ['pkey', '-in', file('ours.pem'), '-passin', 'pass:wrong wrong']).status).not.toBe(0);
  });

  it('never writes the same bytes twice, and never the scalar', async () => {
    const again = await wrapKey(privateKey, PASSPHRASE);
    expect(toHex(again)).not.toBe(toHex(der));
    expect(toHex(again)).not.toContain(toHex(privateKey).slice(0, 16));
  });
});

describe('unwrapKey', () => {
  it('opens what openssl encrypted with scrypt', async () => {
    execFileSync('openssl', ['genpkey', '-algorithm', 'SM2', '-out', file('plain.pem')]);
    const wrap = ['pkcs8', '-topk8', '-scrypt', '-v2', 'aes-256-cbc', '-passout', `pass:${PASSPHRASE}`];
    execFileSync('openssl', [...wrap, '-in', file('plain.pem'), '-out', file('theirs.pem')]);
    const theirs = parsePem(PEM_ENCRYPTED_PRIVATE_KEY, readFileSync(file('theirs.pem'), 'utf8'));
    const plain = parsePem(PEM_PRIVATE_KEY, readFileSync(file('plain.pem'), 'utf8'));
    if (theirs === null || plain === null) throw new Error('openssl’s files were not read');
    expect(await unwrapKey(theirs, PASSPHRASE)).toEqual({ ok: true, value: parsePkcs8(plain) });
  });

  it('opens with composed and decomposed spelling alike', async () => {
    const wrapped = await wrapKey(privateKey, 'café résumé'.normalize('NFD'));
    expect(await codeOf(wrapped, 'café résumé'.normalize('NFC'))).toBe('ok');
  });

  it('tells a wrong passphrase from damage behind the first block', async () => {
    expect(await codeOf(der)).toBe('ok');
    expect(await codeOf(der, 'some other words')).toBe('key.wrong-passphrase');
    for (const fromEnd of [1, 16, 17, 40, 80]) {
      const damaged = der.slice();
      damaged[damaged.length - fromEnd] = (damaged[damaged.length - fromEnd] ?? 0) ^ 1;
      expect(await codeOf(damaged)).toBe('key.damaged');
    }
  });

  it('refuses costs and parameters outside the caps before deriving anything', async () => {
    const malformed = [
      replaced('02024000', '02021000'), // N too small
      replaced('02024000', '02025000'), // N no power of two
      replaced('02024000020108', '02024000020107'), // another r
      replaced('020108020101', '020108020102'), // another p
      replaced('060960864801650304012a', '0609608648016503040116'), // AES-192-CBC
      replaced('2b06010401da47040b', '2b06010401da47040c'), // another derivation
      der.subarray(0, -1),
      concatBytes(der, new Uint8Array(1)),
      new Uint8Array(0),
      encodePkcs8(privateKey),
    ];
    for (const bytes of malformed) expect(await codeOf(bytes)).toBe('key.malformed');
  });

  it('refuses a cost that would eat the memory, a salt of the wrong size and another key length', async () => {
    expect(await codeOf(built({}))).toBe('key.wrong-passphrase');
    expect(await codeOf(built({ N: '40000000' }))).toBe('key.malformed');
    expect(await codeOf(built({ N: '010000' }))).toBe('key.malformed');
    expect(await codeOf(built({ r: '40000000' }))).toBe('key.malformed');
    expect(await codeOf(built({ p: '1000' }))).toBe('key.malformed');
    expect(await codeOf(built({ keyLength: '10' }))).toBe('key.malformed');
    expect(await codeOf(built({ saltBytes: 7 }))).toBe('key.malformed');
    expect(await codeOf(built({ saltBytes: 65 }))).toBe('key.malformed');
    expect(await codeOf(built({ ivBytes: 12 }))).toBe('key.malformed');
    expect(await codeOf(built({ ciphertextBytes: 15 }))).toBe('key.malformed');
    expect(await codeOf(built({ ciphertextBytes: 0 }))).toBe('key.malformed');
    expect(await codeOf(built({ ciphertextBytes: 2048 }))).toBe('key.malformed');
  });
});

interface Parameters {
  readonly N?: string;
  readonly r?: string;
  readonly p?: string;
  readonly keyLength?: string;
  readonly saltBytes?: number;
  readonly ivBytes?: number;
  readonly ciphertextBytes?: number;
}

/** A well-formed file with parameters of one's choice (numbers in hex); by default ours. */
function built(parameters: Parameters): Uint8Array {
  const { N = '4000', r = '08', p = '01', keyLength = '20', saltBytes = 16, ivBytes = 16, ciphertextBytes = 160 } = parameters;
  const sequence = (...parts: Uint8Array[]): Uint8Array => derValue(DER_SEQUENCE, ...parts);
  const octets = (length: number): Uint8Array => derValue(DER_OCTET_STRING, new Uint8Array(length));
  const oid = (hex: string): Uint8Array => derValue(DER_OID, fromHex(hex));
  const costs = [N, r, p, keyLength].map((hex) => derInteger(fromHex(hex)));
  const kdf = sequence(oid('2b06010401da47040b'), sequence(octets(saltBytes), ...costs));
  const scheme = sequence(oid('60864801650304012a'), octets(ivBytes));
  return sequence(sequence(oid('2a864886f70d01050d'), sequence(kdf, scheme)), octets(ciphertextBytes));
}
