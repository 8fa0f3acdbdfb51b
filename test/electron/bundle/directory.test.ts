import { afterAll, describe, expect, it } from 'vitest';
import { createDirectory } from '../../../electron/bundle/directory';
import { createOffice, planItem, removeTempFolders } from './support/office';
import { createPair, openAt, sealFor, submit } from './support/pair';

afterAll(removeTempFolders);

describe('createDirectory', () => {
  it('follows the journals as they grow, and finds the same after a restart', async () => {
    const { unit, county } = await createPair();
    expect((await county.directory.directSender(unit.id))?.name).toBe('红旗县民政局');
    expect(await county.directory.trustedKey(unit.id)).toEqual(unit.keys.publicKey);
    const second = await createOffice('unit', '红旗县文旅局');
    expect(await county.directory.directSender(second.id)).toBeNull();
    await county.putAll('planItems', Array.from({ length: 400 }, () => planItem(county)));
    await county.admit(second, 'subordinate');
    expect((await county.directory.recipients()).map(({ name }) => name)).toEqual(['红旗县民政局', '红旗县文旅局']);
    const again = createDirectory(county.journals, county.station);
    expect(await again.recipients()).toEqual(await county.directory.recipients());
  });

  it('is not misled by text that looks like an admission', async () => {
    const { county } = await createPair();
    const decoy = '"table":"admissions","v":1}\n';
    await county.put('planItems', planItem(county, { content: decoy, costBasis: `{"table":"admissions"}` }));
    expect((await county.directory.recipients()).length).toBe(1);
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
