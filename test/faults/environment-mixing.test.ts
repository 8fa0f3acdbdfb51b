// Training and real business kept apart against people who try: every bundle here carries a valid signature.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBundle } from '../../electron/bundle/open';
import { utf8 } from '../../shared/base/bytes';
import { cardText, encodeCard } from '../../shared/bundle/card';
import { sign } from '../../shared/crypto/sm2';
import type { Environment, Station } from '../../shared/domain/office';
import { randomBytes } from 'node:crypto';
import { createOffice, type Office, planItem, removeTempFolders, snapshot } from '../electron/bundle/support/office';
import { assemble, editExchange, type Forge, journalLines, lineAfter, setJournal, takeApart } from '../electron/bundle/support/forge';
import { openAt, sealFor, submit } from '../electron/bundle/support/pair';

const COUNTY = '150422';
let realCounty: Office;
let drillCounty: Office;
let realUnit: Office;
let drillUnit: Office;

beforeAll(async () => {
  realCounty = await createOffice('county', '红旗县财政局', COUNTY);
  drillCounty = await createOffice('county', '红旗县财政局', COUNTY, 'training');
  realUnit = await createOffice('unit', '红旗县民政局', COUNTY);
  drillUnit = await createOffice('unit', '红旗县民政局', COUNTY, 'training');
  // Each admits everybody, as if somebody had compared the fingerprints and waved it through.
  for (const unit of [realUnit, drillUnit]) {
    for (const county of [realCounty, drillCounty]) {
      await unit.admit(county, 'superior');
      await county.admit(unit, 'subordinate');
    }
    await submit(unit);
  }
}, 120_000);
afterAll(removeTempFolders);

async function expectRefusal(recipient: Office, path: string, error: object): Promise<void> {
  const before = await snapshot(recipient.folder);
  expect(await openBundle(recipient, { path })).toMatchObject({ ok: false, error });
  expect(await snapshot(recipient.folder)).toEqual(before);
}

async function drillBundle(change: (forge: Forge) => void): Promise<string> {
  const forge = await takeApart((await sealFor(drillUnit, realCounty, { fromStart: true })).path, drillUnit);
  change(forge);
  return assemble(forge);
}

function setCard(forge: Forge, office: Office, environment: Environment): void {
  const station: Station = { ...office.station, environment };
  const signature = sign(office.keys.privateKey, utf8(cardText(station)), (size) => randomBytes(size));
  forge.payload.set('data/card.json', Buffer.from(encodeCard(station, signature)));
}

const setLabel = (forge: Forge) => {
  editExchange(forge, (draft) => Object.assign(draft, { environment: 'real' }));
};

describe('openBundle', () => {
  it('takes a training bundle in training and a real one in real business', async () => {
    await openAt(drillCounty, (await sealFor(drillUnit, drillCounty)).path);
    await openAt(realCounty, (await sealFor(realUnit, realCounty)).path);
  });

  it('refuses a bundle of the other environment, either way, although its sender is admitted', async () => {
    const drill = await sealFor(drillUnit, realCounty, { fromStart: true });
    await expectRefusal(realCounty, drill.path, { code: 'bundle.other-environment', evidence: { found: 'training' } });
    const real = await sealFor(realUnit, drillCounty, { fromStart: true });
    await expectRefusal(drillCounty, real.path, { code: 'bundle.other-environment', evidence: { found: 'real' } });
  });

  it('refuses a stranger of the other environment without showing its card for admission', async () => {
    const other = await createOffice('county', '青山县财政局', COUNTY);
    await drillUnit.admit(other, 'superior');
    const { path } = await sealFor(drillUnit, other, { fromStart: true });
    await expectRefusal(other, path, { code: 'bundle.other-environment' });
  });

  it('refuses a training bundle whose exchange file was re-labelled and signed again', async () => {
    await expectRefusal(realCounty, await drillBundle(setLabel), { code: 'bundle.other-environment', evidence: { found: 'training' } });
  });

  it('refuses a card that was re-labelled under its old signature', async () => {
    const path = await drillBundle((forge) => {
      setLabel(forge);
      const text = forge.payload.get('data/card.json')?.toString('utf8') ?? '';
      forge.payload.set('data/card.json', Buffer.from(text.replace('"environment":"training"', '"environment":"real"')));
    });
    await expectRefusal(realCounty, path, { code: 'bundle.bad-tag-file', evidence: { entry: 'data/card.json', reason: 'card.bad-signature' } });
  });

  it('refuses a card and an exchange file that contradict each other', async () => {
    const path = await drillBundle((forge) => { setCard(forge, drillUnit, 'real'); });
    await expectRefusal(realCounty, path, { code: 'bundle.bad-tag-file', evidence: { entry: 'data/exchange.json' } });
  });

  it('refuses the journal itself when the training station re-labelled everything it signs', async () => {
    const path = await drillBundle((forge) => {
      setLabel(forge);
      setCard(forge, drillUnit, 'real');
    });
    await expectRefusal(realCounty, path, { code: 'bundle.other-environment', evidence: { author: drillUnit.id, found: 'training' } });
  });

  it('refuses a journal that says nothing of its station in its first line', async () => {
    const path = await drillBundle((forge) => {
      setLabel(forge);
      setCard(forge, drillUnit, 'real');
      const first = lineAfter(null, drillUnit, { table: 'planItems', body: planItem(drillUnit, { attachments: [] }) });
      for (const name of [...forge.payload.keys()].filter((each) => each.startsWith('data/attachments/'))) forge.payload.delete(name);
      editExchange(forge, (draft) => { draft.attachments = []; });
      setJournal(forge, drillUnit, [first]);
    });
    await expectRefusal(realCounty, path, { code: 'bundle.bad-record', evidence: { author: drillUnit.id, seq: 1, reason: 'station-not-first' } });
  });

  it('refuses a journal that changes over to real business in a later line', async () => {
    const path = await drillBundle((forge) => {
      const lines = journalLines(forge, drillUnit.id);
      const turned = lineAfter(lines.at(-1) ?? '', drillUnit, { table: 'stations', body: { ...drillUnit.station, environment: 'real' } });
      setJournal(forge, drillUnit, [...lines, turned]);
      editExchange(forge, (draft) => { draft.recipients = [drillCounty.id]; });
    });
    await expectRefusal(drillCounty, path, { code: 'bundle.other-environment', evidence: { author: drillUnit.id, found: 'real' } });
  });

  it('refuses a training journal that a real office relays', async () => {
    const league = await createOffice('league', '红城市财政局', '150400');
    await realCounty.admit(league, 'superior');
    await league.admit(realCounty, 'subordinate');
    const forge = await takeApart((await sealFor(realCounty, league, { fromStart: true })).path, realCounty);
    const theirs = await takeApart((await sealFor(drillUnit, realCounty, { fromStart: true })).path, drillUnit);
    for (const [name, bytes] of theirs.payload) if (name.startsWith('data/attachments/')) forge.payload.set(name, bytes);
    const attachments = (JSON.parse(theirs.payload.get('data/exchange.json')?.toString('utf8') ?? '') as { attachments: { sm3: string; sizeBytes: number }[] }).attachments;
    editExchange(forge, (draft) => {
      draft.attachments = [...draft.attachments, ...attachments].sort((a, b) => (a.sm3 < b.sm3 ? -1 : 1));
    });
    setJournal(forge, drillUnit, journalLines(theirs, drillUnit.id));
    await expectRefusal(league, await assemble(forge), { code: 'bundle.other-environment', evidence: { author: drillUnit.id, found: 'training' } });
  });
});
