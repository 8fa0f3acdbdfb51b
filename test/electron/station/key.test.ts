import { describe, expect, it } from 'vitest';
import { recoverKey, unlockKey } from '../../../electron/station/key';
import { codeOf, PASSPHRASE, stationAtWork } from './support';

describe('unlockKey', () => {
  it('opens the key with the passphrase and with nothing else', async () => {
    const { place } = await stationAtWork();
    expect(codeOf(await unlockKey(place.vault, `${PASSPHRASE}。`))).toBe('vault.wrong-passphrase');
    expect(place.vault.isUnlocked()).toBe(false);
    expect(codeOf(await unlockKey(place.vault, PASSPHRASE))).toBe('ok');
    expect(place.vault.isUnlocked()).toBe(true);
  });

  it('tells the page to wait after many wrong tries', async () => {
    const { place } = await stationAtWork();
    const codes: string[] = [];
    for (let i = 0; i < 6; i++) codes.push(codeOf(await unlockKey(place.vault, '错误的口令在这里')));
    expect(codes).toContain('vault.too-many-tries');
  });
});

describe('recoverKey', () => {
  it('puts the key under a new passphrase by the printed code', async () => {
    const { place, recoveryCode } = await stationAtWork();
    expect(codeOf(await recoverKey(place.vault, recoveryCode.toLowerCase(), '换成新的密钥口令了'))).toBe('ok');
    expect(codeOf(await unlockKey(place.vault, PASSPHRASE))).toBe('vault.wrong-passphrase');
    expect(codeOf(await unlockKey(place.vault, '换成新的密钥口令了'))).toBe('ok');
  });

  it('calls every wrong code a wrong recovery code', async () => {
    const { place, recoveryCode } = await stationAtWork();
    const swapped = recoveryCode.split('-').reverse().join('-');
    for (const code of ['', 'ABCDE', swapped]) {
      expect(codeOf(await recoverKey(place.vault, code, '换成新的密钥口令了'))).toBe('vault.wrong-recovery-code');
    }
    expect(codeOf(await unlockKey(place.vault, PASSPHRASE))).toBe('ok');
  });
});
