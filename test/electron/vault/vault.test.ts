// The vault on real folders: what lies on disk, who gets in, and what survives an interruption.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { utf8 } from '#shared/base/bytes';
import type { Result } from '#shared/base/result';
import { parsePem, parsePkcs8, parseSpki, PEM_PRIVATE_KEY } from '#shared/crypto/keys';
import { STATION_KEY, type KeyHandle } from '#shared/crypto/provider';
import { createSm2Digester, verify } from '#shared/crypto/sm2';
import { readyCrypto } from '#shared/crypto/sm3';
import { createVault, type Vault } from '../../../electron/vault/vault';

const PASSPHRASE = '一二三四五六七八';
const message = utf8('检查点');
let folder: string;
let now: number;
let vault: Vault;
const file = (name: string): string => join(folder, name);
const reopened = (): Vault => createVault({ directory: folder, now: () => now });

beforeAll(readyCrypto);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-'));
  now = 0;
  vault = reopened();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function valueOf<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}
const codeOf = <T>(result: Result<T, { readonly code: string }>): string => (result.ok ? 'ok' : result.error.code);
const signedBy = async (from: Vault): Promise<boolean> => {
  const publicKey = parseSpki(valueOf(await from.spki()));
  return publicKey !== null && verify(publicKey, message, valueOf(await from.sign(message)));
};

describe('create', () => {
  it('leaves three files, an unlocked vault and a key that signs', async () => {
    expect(await vault.state()).toBe('missing');
    const { spki } = valueOf(await vault.create(PASSPHRASE));
    expect(valueOf(await vault.spki())).toEqual(spki);
    expect(vault.isUnlocked()).toBe(true);
    expect(await signedBy(vault)).toBe(true);
    expect(await vault.state()).toBe('present');
    expect((await readdir(folder)).sort()).toEqual(['station-key.pem', 'station-key.pub.pem', 'station-key.recovery.pem']);
  });

  it('keeps the key files from other users of the machine', async () => {
    valueOf(await vault.create(PASSPHRASE));
    for (const name of ['station-key.pem', 'station-key.recovery.pem']) {
      if (process.platform !== 'win32') expect((await stat(file(name))).mode & 0o777).toBe(0o600);
    }
  });

  it('never puts the scalar, the passphrase or the recovery code into a file', async () => {
    const { recoveryCode } = valueOf(await vault.create(PASSPHRASE));
    const pem = execFileSync('openssl', ['pkey', '-in', file('station-key.pem'), '-passin', `pass:${PASSPHRASE}`]).toString();
    const der = parsePem(PEM_PRIVATE_KEY, pem);
    const scalar = Buffer.from((der && parsePkcs8(der)) ?? new Uint8Array());
    expect(scalar.length).toBe(32);
    const secrets = [scalar, PASSPHRASE, recoveryCode, recoveryCode.replaceAll('-', ''), scalar.toString('hex'), scalar.toString('base64').slice(0, 40)];
    for (const name of await readdir(folder)) {
      const text = await readFile(file(name));
      const inside = Buffer.from(text.toString('latin1').split('\n').slice(1, -2).join(''), 'base64');
      for (const secret of secrets) {
        expect(text.includes(secret)).toBe(false);
        expect(inside.includes(secret)).toBe(false);
      }
    }
  });

  it('refuses a short passphrase and writes nothing', async () => {
    expect(codeOf(await vault.create('1234567'))).toBe('vault.short-passphrase');
    expect(codeOf(await vault.create('🐎🐎🐎🐎'))).toBe('vault.short-passphrase');
    expect(await readdir(folder)).toEqual([]);
  });

  it('never replaces a key, also when two calls race', async () => {
    const codes = (await Promise.all([vault.create(PASSPHRASE), vault.create('another long one')])).map(codeOf);
    expect(codes.sort()).toEqual(['ok', 'vault.exists']);
    expect(codeOf(await reopened().create(PASSPHRASE))).toBe('vault.exists');
  });

  it('sets an orphaned recovery file aside, so that it still recovers the lost key', async () => {
    const { spki, recoveryCode } = valueOf(await vault.create(PASSPHRASE));
    await rm(file('station-key.pem'));
    expect(await vault.state()).toBe('recoverable');
    expect(codeOf(await reopened().spki())).toBe('vault.missing');
    valueOf(await reopened().create(PASSPHRASE));
    const aside = await readFile(file('station-key.recovery.old-1.pem'), 'utf8');
    await writeFile(file('station-key.recovery.pem'), aside);
    const again = reopened();
    valueOf(await again.recover(recoveryCode, PASSPHRASE));
    expect(valueOf(await again.spki())).toEqual(spki);
  });

  it('reports a folder that cannot be written, leaving nothing behind', async () => {
    await writeFile(file('occupied'), '');
    const blocked = createVault({ directory: join(folder, 'occupied', 'vault') });
    expect(await blocked.create(PASSPHRASE)).toEqual({ ok: false, error: { code: 'vault.storage-failed', evidence: { system: 'ENOTDIR' } } });
    expect(blocked.isUnlocked()).toBe(false);
  });
});

describe('unlock', () => {
  it('opens with the passphrase only', async () => {
    const { spki } = valueOf(await vault.create(PASSPHRASE));
    const later = reopened();
    expect(codeOf(await later.sign(message))).toBe('vault.locked');
    expect(valueOf(await later.spki())).toEqual(spki);
    expect(codeOf(await later.unlock('wrong passphrase'))).toBe('vault.wrong-passphrase');
    expect(later.isUnlocked()).toBe(false);
    valueOf(await later.unlock(PASSPHRASE));
    expect(await signedBy(later)).toBe(true);
  });

  it('makes guessing wait longer and longer, and lets the right passphrase in after the wait', async () => {
    valueOf(await vault.create(PASSPHRASE));
    for (let i = 0; i < 3; i++) expect(codeOf(await vault.unlock('wrong passphrase'))).toBe('vault.wrong-passphrase');
    expect(await vault.unlock(PASSPHRASE)).toEqual({ ok: false, error: { code: 'vault.try-later', evidence: { waitMs: 1000 } } });
    now += 1000;
    valueOf(await vault.unlock(PASSPHRASE));
    expect(codeOf(await vault.unlock('wrong passphrase'))).toBe('vault.wrong-passphrase');
  });

  it('says missing when there is no key, and damaged for every unreadable one', async () => {
    expect(codeOf(await vault.unlock(PASSPHRASE))).toBe('vault.missing');
    valueOf(await vault.create(PASSPHRASE));
    const good = await readFile(file('station-key.pem'), 'utf8');
    const middle = good.length - 60;
    const swapped = good[middle] === 'A' ? 'B' : 'A';
    for (const bad of ['', 'x', good.slice(0, -40), good.slice(0, middle) + swapped + good.slice(middle + 1)]) {
      await writeFile(file('station-key.pem'), bad);
      expect(await reopened().unlock(PASSPHRASE)).toEqual({ ok: false, error: { code: 'vault.damaged', evidence: { file: 'station-key.pem' } } });
    }
  });

  it('writes a lost public file anew, but refuses one of another station', async () => {
    const { spki } = valueOf(await vault.create(PASSPHRASE));
    await rm(file('station-key.pub.pem'));
    const healed = reopened();
    valueOf(await healed.unlock(PASSPHRASE));
    expect(valueOf(await reopened().spki())).toEqual(spki);

    const elsewhere = await mkdtemp(join(tmpdir(), 'vault-'));
    valueOf(await createVault({ directory: elsewhere }).create(PASSPHRASE));
    await writeFile(file('station-key.pub.pem'), await readFile(join(elsewhere, 'station-key.pub.pem')));
    await rm(elsewhere, { recursive: true });
    const mixed = reopened();
    expect(await mixed.unlock(PASSPHRASE)).toEqual({ ok: false, error: { code: 'vault.damaged', evidence: { file: 'station-key.pub.pem' } } });
    expect(mixed.isUnlocked()).toBe(false);
  });

  it('still opens the old key when a write was cut short between the temporary file and the rename', async () => {
    valueOf(await vault.create(PASSPHRASE));
    await writeFile(file('.station-key.pem.0123456789ab.tmp'), '-----BEGIN ENCRYPTED PRIV');
    const after = reopened();
    valueOf(await after.unlock(PASSPHRASE));
    expect(await signedBy(after)).toBe(true);
    valueOf(await after.changePassphrase(PASSPHRASE, 'next passphrase'));
    expect(codeOf(await reopened().unlock('next passphrase'))).toBe('ok');
  });
});

describe('lock', () => {
  it('ends signing at once', async () => {
    valueOf(await vault.create(PASSPHRASE));
    vault.lock();
    expect(vault.isUnlocked()).toBe(false);
    expect(codeOf(await vault.sign(message))).toBe('vault.locked');
    expect(codeOf(await vault.renewRecoveryCode())).toBe('vault.locked');
  });

  it('undoes an unlock that is still under way', async () => {
    valueOf(await vault.create(PASSPHRASE));
    const later = reopened();
    const unlocking = later.unlock(PASSPHRASE);
    later.lock();
    expect(codeOf(await unlocking)).toBe('vault.locked');
    expect(later.isUnlocked()).toBe(false);
  });
});

describe('changePassphrase', () => {
  it('lets the new passphrase in and the old one out, the key staying the same', async () => {
    const { spki } = valueOf(await vault.create(PASSPHRASE));
    expect(codeOf(await vault.changePassphrase('wrong passphrase', 'next passphrase'))).toBe('vault.wrong-passphrase');
    expect(codeOf(await vault.changePassphrase(PASSPHRASE, 'short'))).toBe('vault.short-passphrase');
    valueOf(await vault.changePassphrase(PASSPHRASE, 'next passphrase'));
    expect(await signedBy(vault)).toBe(true);
    const later = reopened();
    expect(codeOf(await later.unlock(PASSPHRASE))).toBe('vault.wrong-passphrase');
    valueOf(await later.unlock('next passphrase'));
    expect(valueOf(await later.spki())).toEqual(spki);
  });
});

describe('recover', () => {
  it('puts the key under a new passphrase, however the code is typed, and again later', async () => {
    const { spki, recoveryCode } = valueOf(await vault.create(PASSPHRASE));
    for (const typed of [recoveryCode, recoveryCode.toLowerCase().replaceAll('-', ' ')]) {
      const later = reopened();
      valueOf(await later.recover(typed, 'brand new words'));
      expect(later.isUnlocked()).toBe(false);
      expect(codeOf(await later.unlock(PASSPHRASE))).toBe('vault.wrong-passphrase');
      valueOf(await later.unlock('brand new words'));
      expect(valueOf(await later.spki())).toEqual(spki);
      expect(await signedBy(later)).toBe(true);
    }
  });

  it('works when the key file and the public file are gone', async () => {
    const { spki, recoveryCode } = valueOf(await vault.create(PASSPHRASE));
    await rm(file('station-key.pem'));
    await rm(file('station-key.pub.pem'));
    const later = reopened();
    valueOf(await later.recover(recoveryCode, 'brand new words'));
    valueOf(await later.unlock('brand new words'));
    expect(valueOf(await later.spki())).toEqual(spki);
  });

  it('tells a typing slip from another sheet’s code, and changes nothing', async () => {
    const { recoveryCode } = valueOf(await vault.create(PASSPHRASE));
    const slip = (recoveryCode.startsWith('2') ? '3' : '2') + recoveryCode.slice(1);
    expect(await vault.recover(slip, 'brand new words')).toEqual({ ok: false, error: { code: 'recovery.bad-group', evidence: { group: 1 } } });
    const other = valueOf(await vault.renewRecoveryCode());
    expect(codeOf(await vault.recover(recoveryCode, 'brand new words'))).toBe('recovery.wrong-code');
    expect(codeOf(await vault.recover(other, 'short'))).toBe('vault.short-passphrase');
    expect(codeOf(await reopened().unlock(PASSPHRASE))).toBe('ok');
    expect(codeOf(await vault.recover(other, 'brand new words'))).toBe('ok');
  });

  it('says missing or damaged for the recovery file', async () => {
    const { recoveryCode } = valueOf(await vault.create(PASSPHRASE));
    await writeFile(file('station-key.recovery.pem'), 'x');
    expect(codeOf(await vault.recover(recoveryCode, 'brand new words'))).toBe('recovery.damaged');
    await rm(file('station-key.recovery.pem'));
    expect(codeOf(await vault.recover(recoveryCode, 'brand new words'))).toBe('recovery.missing');
  });

  it('writes a recovery file that stock openssl opens with the printed code', async () => {
    const { spki, recoveryCode } = valueOf(await vault.create(PASSPHRASE));
    const args = ['pkey', '-in', file('station-key.recovery.pem'), '-passin', `pass:${recoveryCode}`, '-pubout', '-outform', 'DER'];
    expect([...execFileSync('openssl', args)]).toEqual([...spki]);
  });
});

describe('spki', () => {
  it('is missing without a key, and damaged when its file is unreadable or holds no key', async () => {
    expect(codeOf(await vault.spki())).toBe('vault.missing');
    valueOf(await vault.create(PASSPHRASE));
    await writeFile(file('station-key.pub.pem'), '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n');
    expect(codeOf(await reopened().spki())).toBe('vault.damaged');
    await rm(file('station-key.pub.pem'));
    await mkdir(file('station-key.pub.pem'));
    expect(await reopened().spki()).toEqual({
      ok: false,
      error: { code: 'vault.damaged', evidence: { file: 'station-key.pub.pem', system: 'EISDIR' } },
    });
  });
});

describe('provider', () => {
  it('signs messages and prepared digests for the station’s handle alone', async () => {
    const { spki } = valueOf(await vault.create(PASSPHRASE));
    const publicKey = parseSpki(spki) ?? new Uint8Array();
    expect(valueOf(await vault.provider.publicKey(STATION_KEY))).toEqual(spki);
    const digest = (await createSm2Digester(publicKey)).update(message).digest();
    expect(verify(publicKey, message, valueOf(await vault.provider.sign(STATION_KEY, message)))).toBe(true);
    expect(verify(publicKey, message, valueOf(await vault.provider.signDigest(STATION_KEY, digest)))).toBe(true);
    expect(codeOf(await vault.provider.sign('other' as KeyHandle, message))).toBe('vault.unknown-key');
  });
});
