import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../electron/lib/log';

let folder: string;
const lines = async () => (await readFile(join(folder, 'desk.ndjson'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'desk-log-')), 'logs');
});

describe('createLog', () => {
  it('writes one JSON line with code, level and facts', async () => {
    createLog(folder).warn('app.refused-sender', { call: 'commit' });
    expect(await lines()).toEqual([expect.objectContaining({ level: 'warn', code: 'app.refused-sender', call: 'commit' })]);
  });

  it('names a fault by an incident id and keeps the place but not the message', async () => {
    const incident = createLog(folder).fault('app.unexpected', new TypeError('身份证号 150102199001011234'));
    const [line] = await lines();
    expect(line).toMatchObject({ incident, level: 'fault' });
    expect(line?.['stack']).toMatch(/^TypeError\n\s+at /);
    expect(JSON.stringify(line)).not.toContain('150102199001011234');
  });

  it("keeps the message of the application's own broken invariants and the system's codes", async () => {
    createLog(folder).fault('a', new Error('invariant: a head is never behind'));
    createLog(folder).fault('b', Object.assign(new Error('no space: /home/somebody'), { code: 'ENOSPC' }));
    const [invariant, system] = await lines();
    expect(invariant?.['stack']).toContain('a head is never behind');
    expect(system?.['stack']).toMatch(/^Error ENOSPC/);
    expect(JSON.stringify(system)).not.toContain('somebody');
  });

  it('cuts long facts', async () => {
    createLog(folder).info('x', { field: '长'.repeat(5000) });
    expect((await lines())[0]?.['field']).toHaveLength(200);
  });

  it('turns the file over at its limit and keeps only so many', async () => {
    const log = createLog(folder, { maxBytes: 200, keep: 2 });
    for (let i = 0; i < 40; i++) log.info('some.code', { i });
    expect((await readdir(folder)).sort()).toEqual(['desk.ndjson', 'desk.ndjson.1', 'desk.ndjson.2']);
    expect((await lines()).at(-1)).toMatchObject({ i: 39 });
  });

  it('goes on where no log can be written', async () => {
    const blocked = join(await mkdtemp(join(tmpdir(), 'desk-log-')), 'file');
    await writeFile(blocked, '');
    expect(createLog(join(blocked, 'logs')).fault('x', new Error('y'))).toMatch(/^[0-9a-f]{12}$/);
  });
});
