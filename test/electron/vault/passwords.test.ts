// Operators' passwords on a real folder.
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/base/result';
import { createOperatorStore, type OperatorStore } from '../../../electron/vault/passwords';

let folder: string;
let now: number;
let store: OperatorStore;
const path = (): string => join(folder, 'operators.json');
const codeOf = <T>(result: Result<T, { readonly code: string }>): string => (result.ok ? 'ok' : result.error.code);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'operators-'));
  now = 0;
  store = createOperatorStore({ directory: folder, now: () => now });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('createOperatorStore', () => {
  it('is empty only while there is no file', async () => {
    expect(await store.ids()).toEqual({ ok: true, value: [] });
    expect(await store.has('a')).toEqual({ ok: true, value: false });
    expect(codeOf(await store.verify('a', 'whatever it is'))).toBe('operator.unknown');
  });

  it('lets the right password in, also after a restart, and no other', async () => {
    expect(codeOf(await store.set('a', '密码密码密码密码'))).toBe('ok');
    const later = createOperatorStore({ directory: folder });
    expect(await later.has('a')).toEqual({ ok: true, value: true });
    expect(codeOf(await later.verify('a', '密码密码密码密码'))).toBe('ok');
    expect(codeOf(await later.verify('a', '密码密码密码密'))).toBe('operator.wrong-password');
    expect(codeOf(await later.verify('a', ''))).toBe('operator.wrong-password');
  });

  it('stores neither the password nor the same hash for the same password, readable by the owner alone', async () => {
    await store.set('a', 'same password');
    await store.set('b', 'same password');
    const text = await readFile(path(), 'utf8');
    expect(text).not.toContain('same password');
    const { operators } = JSON.parse(text) as { operators: { hash: string; salt: string }[] };
    expect(new Set(operators.map((one) => one.hash)).size).toBe(2);
    expect(new Set(operators.map((one) => one.salt)).size).toBe(2);
    if (process.platform !== 'win32') expect((await stat(path())).mode & 0o777).toBe(0o600);
  });

  it('refuses fewer than eight characters, counted as people count', async () => {
    expect(await store.set('a', '1234567')).toEqual({ ok: false, error: { code: 'operator.short-password', evidence: { minimum: 8 } } });
    expect(codeOf(await store.set('a', '🐎🐎🐎🐎'))).toBe('operator.short-password');
    expect(codeOf(await store.set('a', '一二三四五六七八'))).toBe('ok');
  });

  it('changes a password only for one who knows the old', async () => {
    await store.set('a', 'first password');
    expect(codeOf(await store.change('a', 'wrong password', 'second password'))).toBe('operator.wrong-password');
    expect(codeOf(await store.change('a', 'first password', 'short'))).toBe('operator.short-password');
    expect(codeOf(await store.change('a', 'first password', 'second password'))).toBe('ok');
    expect(codeOf(await store.verify('a', 'first password'))).toBe('operator.wrong-password');
    expect(codeOf(await store.verify('a', 'second password'))).toBe('ok');
    expect(await store.ids()).toEqual({ ok: true, value: ['a'] });
  });

  it('makes guessing wait per operator, and forgets the wrong tries after success', async () => {
    await store.set('a', 'right password');
    await store.set('b', 'right password');
    for (let i = 0; i < 3; i++) expect(codeOf(await store.verify('a', 'wrong password'))).toBe('operator.wrong-password');
    expect(await store.verify('a', 'right password')).toEqual({ ok: false, error: { code: 'operator.try-later', evidence: { waitMs: 1000 } } });
    expect(codeOf(await store.verify('b', 'right password'))).toBe('ok');
    now += 1000;
    expect(codeOf(await store.verify('a', 'right password'))).toBe('ok');
    expect(codeOf(await store.verify('a', 'wrong password'))).toBe('operator.wrong-password');
    expect(codeOf(await store.verify('a', 'right password'))).toBe('ok');
  });

  it('loses none of many operators set at once', async () => {
    const ids = Array.from({ length: 6 }, (_, i) => `operator-${String(i)}`);
    await Promise.all(ids.map((id) => store.set(id, `password of ${id}`)));
    const found = await store.ids();
    expect(found.ok && [...found.value].sort()).toEqual(ids);
    expect(codeOf(await store.remove('operator-3'))).toBe('ok');
    expect(await store.has('operator-3')).toEqual({ ok: true, value: false });
    expect(codeOf(await store.verify('operator-4', 'password of operator-4'))).toBe('ok');
  });

  it('calls a damaged or tampered file damaged, never empty, and does not overwrite it', async () => {
    await store.set('a', 'right password');
    const good = await readFile(path(), 'utf8');
    const cheap = good.replace('16384', '2');
    const { operators } = JSON.parse(good) as { operators: unknown[] };
    const twice = JSON.stringify({ v: 1, operators: [...operators, ...operators] });
    for (const bad of ['', '{}', good.slice(0, -20), '{"v":2,"operators":[]}', '[]', cheap, twice, good.replace('"v": 1', '"v": 1, "x": 1')]) {
      await writeFile(path(), bad);
      expect(codeOf(await store.ids())).toBe('operator.store-damaged');
      expect(codeOf(await store.has('a'))).toBe('operator.store-damaged');
      expect(codeOf(await store.verify('a', 'right password'))).toBe('operator.store-damaged');
      expect(codeOf(await store.set('b', 'right password'))).toBe('operator.store-damaged');
      expect(await readFile(path(), 'utf8')).toBe(bad);
    }
  });

  it('calls a file the system will not read damaged', async () => {
    await mkdir(path());
    expect(await store.ids()).toEqual({ ok: false, error: { code: 'operator.store-damaged', evidence: { system: 'EISDIR' } } });
    const below = createOperatorStore({ directory: join(folder, 'missing', 'folder') });
    await writeFile(join(folder, 'missing'), '');
    expect(codeOf(await below.set('a', 'right password'))).toBe('operator.store-damaged');
  });
});
