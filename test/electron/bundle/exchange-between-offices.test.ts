import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openBundle } from '../../../electron/bundle/open';
import { sealBundle } from '../../../electron/bundle/seal';
import { createOffice, planItem, removeTempFolders, snapshot, tempFolder } from './support/office';
import { createPair, openAt, sealFor, submit } from './support/pair';

afterAll(removeTempFolders);

async function textOf(office: Awaited<ReturnType<typeof createOffice>>, author: typeof office.id): Promise<string> {
  const parts: string[] = [];
  for await (const { text } of office.journals.readLines('official', author, 1)) parts.push(text);
  return parts.join('\n');
}

describe('openBundle', () => {
  it('takes lines, checkpoint and attachments exactly as the sender holds them', async () => {
    const { unit, county } = await createPair();
    await submit(unit);
    const { path, report: sealed } = await sealFor(unit, county);
    const report = await openAt(county, path);
    expect(report).toMatchObject({ bundleId: sealed.bundleId, bundleSm3: sealed.bundleSm3, attachments: 1, nothingNew: false });
    expect(report.journals).toEqual([{ author: unit.id, name: '红旗县民政局', fromSeq: 1, toSeq: 4, newLines: 4 }]);
    expect(report.heads).toEqual(sealed.heads);
    expect(await textOf(county, unit.id)).toBe(await textOf(unit, unit.id));
    expect(await county.journals.checkpoint(unit.id)).toEqual(await unit.journals.checkpoint(unit.id));
    expect(await readdir(join(county.folder, 'bundles', 'received'))).toEqual([`${sealed.bundleId}-${sealed.bundleSm3.slice(0, 8)}.gfb`]);
  });

  it('changes nothing when the same bundle comes again, also under another name', async () => {
    const { unit, county } = await createPair();
    await submit(unit);
    const { path } = await sealFor(unit, county);
    await openAt(county, path);
    const before = await snapshot(county.folder);
    for (let round = 0; round < 3; round++) {
      const report = await openAt(county, path);
      expect(report.nothingNew).toBe(true);
      expect(report.journals[0]?.newLines).toBe(0);
    }
    expect(await snapshot(county.folder)).toEqual(before);
  });

  it('needs only what is new once the receipt has come back, and everything again from the start on request', async () => {
    const { unit, county } = await createPair();
    await submit(unit);
    const first = await openAt(county, (await sealFor(unit, county)).path);
    await county.acknowledge(first);
    await openAt(unit, (await sealFor(county, unit)).path);
    await submit(unit);
    const next = await sealFor(unit, county);
    expect(next.report).toMatchObject({ lines: 1, attachments: 1, bundleId: first.bundleId.replace('-0001', '-0002') });
    expect((await openAt(county, next.path)).journals).toMatchObject([{ fromSeq: 5, toSeq: 5, newLines: 1 }]);
    const whole = await sealFor(unit, county, { fromStart: true });
    expect(whole.report.lines).toBe(5);
    expect((await openAt(county, whole.path)).nothingNew).toBe(true);
  });

  it('accepts bundles that overlap because a receipt is still on its way', async () => {
    const { unit, county } = await createPair();
    await submit(unit);
    const first = await sealFor(unit, county);
    await submit(unit);
    const second = await sealFor(unit, county);
    await openAt(county, second.path);
    expect((await openAt(county, first.path)).nothingNew).toBe(true);
    expect(county.journals.head('official', unit.id)?.seq).toBe(5);
    expect((await county.journals.checkpoint(unit.id))?.seq).toBe(5);
  });

  it("carries a unit's journal past the county up to the league under the unit's own signature", async () => {
    const { unit, county } = await createPair();
    const league = await createOffice('league', '红城市财政局');
    await county.admit(league, 'superior');
    await league.admit(county, 'subordinate');
    await submit(unit);
    await openAt(county, (await sealFor(unit, county)).path);
    const relayed = await sealFor(county, league);
    expect(relayed.report.heads.map((head) => head.author).sort()).toEqual([unit.id, county.id].sort());
    const report = await openAt(league, relayed.path);
    expect(report.attachments).toBe(1);
    expect(await textOf(league, unit.id)).toBe(await textOf(unit, unit.id));
    const provenance = await league.directory.provenance(unit.id);
    expect(provenance).toMatchObject({
      name: '红旗县民政局',
      checkpoint: { seq: 4 },
      vouchers: [{ stationId: county.id, name: '红旗县财政局' }, { stationId: league.id, name: '红城市财政局' }],
    });
    await county.acknowledge(await openAt(county, (await sealFor(league, county)).path));
    expect(county.journals.head('official', league.id)?.seq).toBe(3);
    expect((await sealFor(county, unit)).report.heads.map((head) => head.author)).toContain(league.id);
  });

  it('stores in batches that a cancelled opening leaves whole, and goes on from there', async () => {
    const { unit, county } = await createPair();
    await unit.putAll('planItems', Array.from({ length: 4500 }, () => planItem(unit)));
    const { path } = await sealFor(unit, county);
    const controller = new AbortController();
    const cancelled = await openBundle(county, {
      path,
      signal: controller.signal,
      onProgress: ({ step, done }) => {
        if (step === 'storing' && done >= 2000) controller.abort();
      },
    });
    expect(cancelled).toEqual({ ok: false, error: { code: 'bundle.cancelled' } });
    expect(county.journals.head('official', unit.id)?.seq).toBe(2000);
    const report = await openAt(county, path);
    expect(report.journals[0]).toMatchObject({ newLines: 2503, toSeq: 4503 });
    expect(await textOf(county, unit.id)).toBe(await textOf(unit, unit.id));
  });

  it('makes good a held attachment that the disk has spoilt', async () => {
    const { unit, county } = await createPair();
    await submit(unit);
    const { path } = await sealFor(unit, county);
    await openAt(county, path);
    const [stored = ''] = Object.keys(await snapshot(county.folder)).filter((name) => name.startsWith('attachments/'));
    const whole = await readFile(join(county.folder, stored));
    await writeFile(join(county.folder, stored), Buffer.from(whole).fill(0, 100, 200));
    expect(await openAt(county, path)).toMatchObject({ attachments: 1 });
    expect((await readFile(join(county.folder, stored))).equals(whole)).toBe(true);
  });

  it('stores long lines in smaller batches, so that memory stays bounded', async () => {
    const { unit, county } = await createPair();
    const lines = Array.from({ length: 200 }, (_, index) => ({
      lineNo: index + 1, deliveredE4: 1, acceptedE4: 1, actual: randomBytes(500).toString('hex'), conforms: true,
    }));
    const acceptance = {
      contractId: unit.newId(), contractRev: 1, number: 'Y-1', acceptedOn: '2026-06-01', lines,
      members: [{ name: '张三', post: '科员', side: 'buyer' }], recipientOpinion: null, outcome: 'passed', payableFen: 0, deductionFen: 0,
      deductionReason: '', attachments: [], acceptedBy: unit.operator,
    };
    await unit.putAll('acceptances', Array.from({ length: 60 }, () => acceptance));
    const steps: number[] = [];
    const opened = await openBundle(county, {
      path: (await sealFor(unit, county)).path,
      onProgress: ({ step, done }) => step === 'storing' && steps.push(done),
    });
    expect(opened.ok).toBe(true);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.at(-1)).toBe(63);
  });
});

describe('sealBundle', () => {
  it('refuses a recipient that is revoked or was never admitted', async () => {
    const { unit, county } = await createPair();
    const stranger = await createOffice('county', '别县财政局');
    const targetFolder = await tempFolder('stick');
    const request = { targetFolder, fromStart: false };
    const code = 'bundle.recipient-not-admitted';
    expect(await sealBundle(unit, { ...request, recipientId: stranger.id })).toMatchObject({ ok: false, error: { code } });
    await unit.admit(county, 'superior', { state: 'revoked' });
    expect(await sealBundle(unit, { ...request, recipientId: county.id })).toMatchObject({ ok: false, error: { code } });
    expect(await readdir(targetFolder)).toEqual([]);
  });

  it('does not relay the journal of a unit that was revoked meanwhile', async () => {
    const { unit, county } = await createPair();
    const league = await createOffice('league', '红城市财政局');
    await county.admit(league, 'superior');
    await submit(unit);
    await openAt(county, (await sealFor(unit, county)).path);
    await county.admit(unit, 'subordinate', { state: 'revoked' });
    expect((await sealFor(county, league)).report.heads.map((head) => head.author)).toEqual([county.id]);
  });

  it('says so when nothing is new, and when a receipt knows lines that are gone here', async () => {
    const { unit, county } = await createPair();
    const report = await openAt(county, (await sealFor(unit, county)).path);
    await county.acknowledge(report);
    await openAt(unit, (await sealFor(county, unit)).path);
    const targetFolder = await tempFolder('stick');
    const request = { recipientId: county.id, targetFolder, fromStart: false };
    expect(await sealBundle(unit, request)).toEqual({ ok: false, error: { code: 'bundle.nothing-to-send' } });
    await county.acknowledge({ ...report, heads: [{ author: unit.id, seq: 9, hash: 'a'.repeat(64) }] });
    await openAt(unit, (await sealFor(county, unit)).path);
    expect(await sealBundle(unit, request)).toEqual({
      ok: false,
      error: { code: 'bundle.journal-behind', evidence: { have: 3, acknowledged: 9 } },
    });
  });

  it('skips no line on a receipt that names a line we never wrote: it sends everything', async () => {
    const { unit, county } = await createPair();
    const report = await openAt(county, (await sealFor(unit, county)).path);
    await county.acknowledge({ ...report, heads: [{ author: unit.id, seq: 2, hash: 'a'.repeat(64) }] });
    await openAt(unit, (await sealFor(county, unit)).path);
    expect((await sealFor(unit, county)).report.lines).toBe(3);
  });

  it('believes a receipt of nobody but the recipient', async () => {
    const { unit, county } = await createPair();
    const other = await createOffice('county', '红旗县财政局');
    await unit.admit(other, 'superior');
    await other.admit(unit, 'subordinate');
    const head = unit.journals.head('official', unit.id);
    await other.acknowledge({ bundleId: 'x', bundleSm3: 'a'.repeat(64), sender: { stationId: unit.id }, heads: [{ author: unit.id, seq: head?.seq, hash: head?.hash }] });
    await openAt(unit, (await sealFor(other, unit)).path);
    expect((await sealFor(unit, county)).report.lines).toBe(head?.seq);
  });

  it('hands back the failure of a locked key and leaves no file', async () => {
    const { unit, county } = await createPair();
    const locked = { ...unit, sign: () => Promise.resolve({ ok: false as const, error: { code: 'vault.locked' } }) };
    const targetFolder = await tempFolder('stick');
    const sealed = await sealBundle(locked, { recipientId: county.id, targetFolder, fromStart: false });
    expect(sealed).toEqual({ ok: false, error: { code: 'vault.locked' } });
    expect(await readdir(targetFolder)).toEqual([]);
  });

  it('takes a number that neither the kept copies nor the medium have used', async () => {
    const { unit, county } = await createPair();
    const folder = await tempFolder('stick');
    const first = await sealFor(unit, county, { folder });
    const second = await sealFor(unit, county, { folder: await tempFolder('stick') });
    const third = await sealFor(unit, county, { folder });
    const numbers = [first, second, third].map(({ report }) => report.bundleId.slice(-4));
    expect(numbers).toEqual(['0001', '0002', '0003']);
    expect((await readdir(join(unit.folder, 'bundles', 'sent'))).length).toBe(3);
    expect((await readdir(folder)).sort()).toEqual([first, third].map(({ report }) => report.fileName));
  });

  it('refuses a decision of one county on an item of another county', async () => {
    const league = await createOffice('league', '赤峰市财政局');
    const county = await createOffice('county', '红旗县财政局');
    const other = await createOffice('county', '绿旗县财政局', '150423');
    const unit = await createOffice('unit', '红旗县民政局');
    await county.admit(unit, 'subordinate');
    for (const office of [county, other]) {
      await league.admit(office, 'subordinate');
      await office.admit(league, 'superior');
    }
    expect((await openBundle(league, { path: (await sealFor(county, league)).path })).ok).toBe(true);
    await other.put('decisions', {
      planItemId: unit.newId(),
      planItemRev: 1,
      planItemHash: 'a'.repeat(64),
      outcome: 'approved',
      amountFen: 1,
      fieldOpinions: [],
      opinion: '',
      documentNumber: '绿财预〔2026〕1号',
      decidedOn: '2026-02-01',
      decidedBy: other.operator,
    });
    const before = await snapshot(league.folder);
    expect(await openBundle(league, { path: (await sealFor(other, league)).path })).toMatchObject({
      ok: false,
      error: { code: 'bundle.bad-record', evidence: { reason: 'outside-region' } },
    });
    expect(await snapshot(league.folder)).toEqual(before);
  });
});
