import { afterAll, describe, expect, it } from 'vitest';
import { createDirectory } from '../../../electron/bundle/directory';
import { admissionOf, createOffice, planItem, removeTempFolders } from './support/office';
import { createPair, openAt, sealFor, submit } from './support/pair';

afterAll(removeTempFolders);

describe('createDirectory', () => {
  it('follows the journals as they grow, and finds the same after a restart', async () => {
    const { unit, county } = await createPair();
    const before = await county.directory.view();
    expect(before.direct(unit.id)?.name).toBe('红旗县民政局');
    expect(before.office(unit.id)?.key).toEqual(unit.keys.publicKey);
    const second = await createOffice('unit', '红旗县文旅局');
    expect(before.direct(second.id)).toBeNull();
    await county.putAll('planItems', Array.from({ length: 400 }, () => planItem(county)));
    await county.admit(second, 'subordinate');
    const restarted = createDirectory(county.journals, county.station);
    for (const view of [await county.directory.view(), await restarted.view()]) {
      expect([unit, second].map(({ id }) => view.direct(id)?.name)).toEqual(['红旗县民政局', '红旗县文旅局']);
    }
  });

  it('is not misled by text that looks like an admission', async () => {
    const { unit, county } = await createPair();
    const stranger = await createOffice('unit', '红旗县文旅局');
    const decoy = `${JSON.stringify(admissionOf(stranger.station, 'subordinate', county.operator))},"table":"admissions","v":1}\n`;
    await county.put('planItems', planItem(county, { content: decoy, costBasis: `{"table":"admissions"}` }));
    const view = await county.directory.view();
    expect([view.direct(unit.id)?.name, view.direct(stranger.id)]).toEqual(['红旗县民政局', null]);
  });

  it("remembers per author the recipient's latest receipts for our bundles only", async () => {
    const { unit, county } = await createPair();
    await submit(unit);
    await county.acknowledge(await openAt(county, (await sealFor(unit, county)).path));
    await county.put('receipts', { bundleId: 'x', bundleSm3: 'a'.repeat(64), senderId: county.id, heads: [{ author: unit.id, seq: 1, hash: 'a'.repeat(64) }] });
    await openAt(unit, (await sealFor(county, unit)).path);
    const view = await unit.directory.view();
    expect([...view.acknowledged(county.id).values()]).toEqual([{ author: unit.id, seq: 4, hash: unit.journals.head('official', unit.id)?.hash }]);
    expect(view.acknowledged(unit.id).size).toBe(0);
  });

  it('shows on whose word an author rests; for ourselves nobody, for strangers nothing', async () => {
    const { unit, county } = await createPair();
    expect((await county.directory.provenance(unit.id))?.vouchers).toEqual([{ stationId: county.id, name: '红旗县财政局' }]);
    expect(await county.directory.provenance(county.id)).toMatchObject({ name: '红旗县财政局', vouchers: [] });
    expect(await county.directory.provenance((await createOffice('unit', '别处')).id)).toBeNull();
  });
});
