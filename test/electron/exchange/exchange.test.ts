import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openBundle } from '../../../electron/bundle/open';
import { codeOf, countyRequest, unitRequest, valueOf } from '../station/support';
import { admit, deskAtWork, freshFolder, jobId, newDesk, open, ownBodies, seal, type TestDesk } from './support';

async function pair(): Promise<{ unit: TestDesk; county: TestDesk; stick: string }> {
  const [unit, county] = [await deskAtWork(unitRequest), await deskAtWork(countyRequest)];
  await admit(county, unit, 'superior');
  await admit(unit, county, 'subordinate');
  return { unit, county, stick: await freshFolder() };
}

describe('createExchange', () => {
  it('carries a journal over and notes dispatch and receipt, by the operators at work', async () => {
    const { unit, county, stick } = await pair();
    const sealed = valueOf(await seal(unit, county, stick));
    expect(await readdir(stick)).toContain(sealed.fileName);
    expect(await ownBodies(unit, 'working', 'dispatches')).toEqual([
      expect.objectContaining({ bundleId: sealed.bundleId, fileName: sealed.fileName, recipientId: county.place().journal.owner, heads: sealed.heads }),
    ]);

    valueOf(await open(county, join(stick, sealed.fileName)));
    const head = unit.place().journal.head('official', unit.place().journal.owner);
    expect(county.place().journal.head('official', unit.place().journal.owner)).toMatchObject({ seq: head?.seq, hash: head?.hash });
    expect(await ownBodies(county, 'official', 'receipts')).toEqual([
      { bundleId: sealed.bundleId, bundleSm3: sealed.bundleSm3, senderId: unit.place().journal.owner, heads: [{ author: head?.author, seq: head?.seq, hash: head?.hash }] },
    ]);
    expect(county.events.map(({ name }) => name)).toContain('journalGrew');
  });

  it('brings the receipt home, and the next bundle starts behind it', async () => {
    const { unit, county, stick } = await pair();
    const first = valueOf(await seal(unit, county, stick));
    valueOf(await open(county, join(stick, first.fileName)));
    const answer = valueOf(await seal(county, unit, stick));
    valueOf(await open(unit, join(stick, answer.fileName)));
    const second = valueOf(await seal(unit, county, stick));
    expect(second.lines).toBeLessThan(first.lines);
    expect(valueOf(await seal(unit, county, stick, true)).lines).toBeGreaterThanOrEqual(first.lines);
  });

  it('writes no second receipt for the same bundle', async () => {
    const { unit, county, stick } = await pair();
    const { fileName } = valueOf(await seal(unit, county, stick));
    valueOf(await open(county, join(stick, fileName)));
    expect(valueOf(await open(county, join(stick, fileName)))).toMatchObject({ nothingNew: true });
    expect(await ownBodies(county, 'official', 'receipts')).toHaveLength(1);
  });

  it('writes the receipt that a crash swallowed when the bundle is opened again', async () => {
    const { unit, county, stick } = await pair();
    const { fileName } = valueOf(await seal(unit, county, stick));
    const { profile: station, folder, journal: journals, attachments, directory, vault } = county.place();
    // What the crash left: everything stored, nothing noted.
    valueOf(await openBundle({ station, folder, journals, attachments, directory, sign: vault.sign }, { path: join(stick, fileName) }));
    expect(await ownBodies(county, 'official', 'receipts')).toEqual([]);
    expect(valueOf(await open(county, join(stick, fileName)))).toMatchObject({ nothingNew: true });
    expect(await ownBodies(county, 'official', 'receipts')).toHaveLength(1);
  });

  it('counts a running job as presence, so that the key does not lock under it', async () => {
    const { unit, county, stick } = await pair();
    const touch = vi.spyOn(unit.host.session, 'touch');
    valueOf(await seal(unit, county, stick));
    expect(touch).toHaveBeenCalled();
  });

  it('keeps of a refused bundle its code and nothing else', async () => {
    const { unit, county, stick } = await pair();
    const { fileName } = valueOf(await seal(unit, county, stick));
    const bytes = await readFile(join(stick, fileName));
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    await writeFile(join(stick, 'flipped.gfb'), bytes);
    const before = county.place().journal.heads();
    const refused = await open(county, join(stick, 'flipped.gfb'));
    expect(codeOf(refused)).toMatch(/^bundle\./);
    expect(await ownBodies(county, 'working', 'incidents')).toEqual([{ kind: 'bundle-refused', code: codeOf(refused), subject: 'bundle' }]);
    expect(county.place().journal.heads().filter(({ chain }) => chain === 'official')).toEqual(before.filter(({ chain }) => chain === 'official'));
    expect(await ownBodies(county, 'official', 'receipts')).toEqual([]);
  });

  it('notes no incident when the stick was pulled', async () => {
    const { unit, county, stick } = await pair();
    const { fileName } = valueOf(await seal(unit, county, stick));
    county.answers.files = [join(stick, fileName)];
    const { file } = valueOf(await county.handlers.chooseBundle({}));
    await rm(join(stick, fileName));
    expect(codeOf(await county.handlers.openBundle({ jobId: jobId(), file: file?.token ?? '' }))).toBe('bundle.unreadable');
    expect(await ownBodies(county, 'working', 'incidents')).toEqual([]);
  });

  it('redeems file and folder tokens for the session, and none after a lock', async () => {
    const { unit, county, stick } = await pair();
    unit.answers.folder = stick;
    const { folder } = valueOf(await unit.handlers.chooseFolder({}));
    const request = { recipientId: county.place().journal.owner, folder: folder?.token ?? '', fromStart: true };
    const { fileName } = valueOf(await unit.handlers.sealBundle({ jobId: jobId(), ...request }));
    expect(codeOf(await unit.handlers.sealBundle({ jobId: jobId(), ...request }))).toBe('ok');
    county.answers.files = [join(stick, fileName)];
    const { file } = valueOf(await county.handlers.chooseBundle({}));
    expect(codeOf(await county.handlers.openBundle({ jobId: jobId(), file: file?.token ?? '' }))).toBe('ok');
    expect(codeOf(await county.handlers.openBundle({ jobId: jobId(), file: file?.token ?? '' }))).toBe('ok');
    valueOf(await unit.handlers.signOut({}));
    const { operators } = await unit.host.state();
    valueOf(await unit.handlers.signIn({ operatorId: operators[0]?.id ?? unit.place().by, password: unitRequest.operators[0]?.password ?? '' }));
    expect(codeOf(await unit.handlers.sealBundle({ jobId: jobId(), ...request }))).toBe('exchange.bad-token');
  });

  it('seals nothing with a locked key and leaves no file and no dispatch', async () => {
    const { unit, county, stick } = await pair();
    unit.place().vault.lock();
    expect(codeOf(await seal(unit, county, stick))).toBe('vault.locked');
    expect(await readdir(stick)).toEqual([]);
    expect(await ownBodies(unit, 'working', 'dispatches')).toEqual([]);
  });

  it('stops a cancelled job and refuses a second job under the same id', async () => {
    const { unit, county, stick } = await pair();
    unit.answers.folder = stick;
    const { folder } = valueOf(await unit.handlers.chooseFolder({}));
    const request = { jobId: jobId(), recipientId: county.place().journal.owner, folder: folder?.token ?? '', fromStart: true };
    const first = unit.handlers.sealBundle(request);
    const second = unit.handlers.sealBundle(request);
    valueOf(await unit.handlers.cancelJob({ jobId: request.jobId }));
    expect([codeOf(await first), codeOf(await second)]).toEqual(['bundle.cancelled', 'exchange.job-exists']);
    expect(await readdir(stick)).toEqual([]);
  });

  it('reports progress under the job id', async () => {
    const { unit, county, stick } = await pair();
    valueOf(await seal(unit, county, stick));
    const reports = unit.events.filter(({ name }) => name === 'jobProgress').map(({ payload }) => payload as { jobId: string; done: number; total: number });
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.every(({ done, total }) => done <= total)).toBe(true);
  });

  it('asks for no dialog and does nothing while nobody is signed in', async () => {
    const desk = await newDesk();
    const answers = [
      desk.handlers.saveCard({}), desk.handlers.readCard({}), desk.handlers.chooseFolder({}), desk.handlers.chooseBundle({}),
      desk.handlers.pickAttachments({}), desk.handlers.journalHeads({}),
    ];
    desk.answers.files = ['/nowhere'];
    expect(await Promise.all(answers.map(async (answer) => codeOf(await answer)))).toEqual(answers.map(() => 'session.not-signed-in'));
    expect(desk.settings.current.lastFolder).toBeNull();
  });

  it('tells whose signature figures rest on, and knows nothing of strangers', async () => {
    const { unit, county, stick } = await pair();
    const { fileName } = valueOf(await seal(unit, county, stick));
    valueOf(await open(county, join(stick, fileName)));
    const author = unit.place().journal.owner;
    expect(valueOf(await county.handlers.provenance({ author }))).toMatchObject({
      author, name: unitRequest.name, fingerprint: unit.place().fingerprint, vouchers: [{ stationId: county.place().journal.owner }],
    });
    const stranger = (await deskAtWork(countyRequest)).place().journal.owner;
    expect(codeOf(await county.handlers.provenance({ author: stranger }))).toBe('provenance.unknown-author');
  });
});
