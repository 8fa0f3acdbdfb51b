import { lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/base/ids';
import { acceptanceSchema } from '#shared/domain/acceptance';
import { buyerSchema } from '#shared/domain/buyer';
import { contractSchema } from '#shared/domain/contract';
import { decisionSchema } from '#shared/domain/decision';
import { type PlanItem, planItemSchema } from '#shared/domain/plan-item';
import { checkAcceptance } from '#shared/domain/rules/acceptance/check-acceptance';
import { checkBuyer } from '#shared/domain/rules/buyer/check-buyer';
import { checkContract } from '#shared/domain/rules/contract/check-contract';
import { checkDecision } from '#shared/domain/rules/decision/check-decision';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import { SEATS, type Seat } from '#shared/ipc/seats';
import { hashLine } from '#shared/journal/chain';
import { type JournalLine, parseLine } from '#shared/journal/line';
import { utf8 } from '#shared/base/bytes';
import { fillTraining } from '../../../electron/training/fill';
import { readFilled, trainingFolderOf } from '../../../electron/training/training-folder';
import { openServices, type StationServices } from '../../../electron/station/services';
import { stationFolders } from '../../../electron/station/folders';
import { planFormSchema } from '../../../renderer/features/plan/plan-typed';
import { codeOf, recordingLog, valueOf } from '../station/support';

const TODAY = '2026-11-20';
let root: string;
let lines: Record<Seat, { text: string; line: Extract<JournalLine, { op: 'put' }>; chain: string }[]>;

const open = async (seat: Seat): Promise<StationServices> => valueOf(await openServices(stationFolders(join(trainingFolderOf(root), seat), 'training')));

beforeAll(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'desk-training-')), 'data');
  valueOf(await fillTraining({ folder: trainingFolderOf(root), items: 120, today: TODAY, log: recordingLog() }));
  lines = { 'unit-1': [], 'unit-2': [], county: [] };
  for (const seat of SEATS) {
    const services = await open(seat);
    for (const chain of ['official', 'working'] as const) {
      for await (const { text } of services.journal.readLines(chain, services.profile.stationId, 1)) {
        const line = valueOf(parseLine(text));
        if (line.op === 'put') lines[seat].push({ text, line, chain });
      }
    }
    await services.close();
  }
}, 120_000);
afterAll(() => rm(join(root, '..'), { recursive: true, force: true }));

const bodies = (seat: Seat, table: string) => lines[seat].filter(({ line }) => line.table === table).map(({ line, text }) => ({ id: line.id, rev: line.rev, body: line.body, text }));
const tables = (seat: Seat) => [...new Set(lines[seat].map(({ line }) => line.table))].sort();

describe('fillTraining', () => {
  it('makes two units and their bureau, all of the training environment', async () => {
    for (const seat of SEATS) {
      const { profile, close } = await open(seat);
      expect(profile).toMatchObject({ environment: 'training', officeKind: seat === 'county' ? 'county' : 'unit' });
      expect(profile.name).toMatch(/^演练/);
      await close();
    }
    expect(await readFilled(trainingFolderOf(root))).toMatchObject({ items: 120, day: TODAY });
  });

  it('writes records of every kind of the chain, over two years', () => {
    expect(tables('unit-1')).toEqual(['acceptances', 'admissions', 'buyers', 'contracts', 'dispatches', 'drafts', 'operators', 'planItems', 'receipts', 'stations']);
    expect(tables('county')).toEqual(['admissions', 'decisions', 'dispatches', 'operators', 'receipts', 'stations']);
    const items = [...bodies('unit-1', 'planItems'), ...bodies('unit-2', 'planItems')];
    const drafts = [...bodies('unit-1', 'drafts'), ...bodies('unit-2', 'drafts')];
    expect(items.filter(({ rev }) => rev === 1).length + drafts.length).toBe(120);
    expect(new Set(items.map(({ body }) => body['year']))).toEqual(new Set([2026, 2027]));
    const outcomes = bodies('county', 'decisions').map(({ body }) => body['outcome']);
    expect(new Set(outcomes)).toEqual(new Set(['approved', 'cut', 'returned', 'refused']));
    expect(items.some(({ rev }) => rev === 2)).toBe(true);
  });

  it('breaks no rule anywhere: nothing blocks, judged on the day of each record', () => {
    const decisions = bodies('county', 'decisions').map(({ id, body }) => ({ id, ...decisionSchema.parse(body) }));
    const found: string[] = [];
    const note = (name: string, findings: readonly { severity: string; rule: string; field: string }[]) => {
      for (const { severity, rule, field } of findings) if (severity === 'block') found.push(`${name}: ${rule} ${field}`);
    };
    for (const seat of ['unit-1', 'unit-2'] as const) {
      const buyer = buyerSchema.parse(bodies(seat, 'buyers')[0]?.body);
      note('buyer', checkBuyer(buyer, TODAY));
      const items = bodies(seat, 'planItems').map(({ id, rev, body, text }) => ({ id, rev, item: planItemSchema.parse(body), hash: hashLine(utf8(text)) }));
      const latest = new Map<RecordId, { rev: number; item: PlanItem }>(items.map((one) => [one.id, one]));
      const contracts = bodies(seat, 'contracts').map(({ id, body }) => ({ id, ...contractSchema.parse(body) }));
      for (const { id, rev, item, hash } of items) {
        const yearItems = [...latest].filter(([, other]) => other.item.year === item.year).map(([other, { item: { number, name, catalogueCode, content, budgetProject, procurementCode, amountFen } }]) => ({ id: other, number, name, catalogueCode, content, budgetProject, procurementCode, amountFen }));
        note(item.number, checkPlanItem(item, { today: TODAY, id, buyer, yearItems }));
        for (const decision of decisions.filter((one) => one.planItemId === id && one.planItemRev === rev)) {
          note(`decision on ${item.number}`, checkDecision(decision, { today: TODAY, id: decision.id, submitted: { rev, hash, item, blockingFindings: 0 }, decisions: decisions.filter((one) => one.planItemId === id) }));
        }
      }
      for (const contract of contracts) {
        const planItem = latest.get(contract.planItemId);
        const decision = decisions.find(({ id }) => id === contract.decisionId);
        if (planItem === undefined || decision === undefined) throw new Error('a contract rests on an item and a decision');
        note(contract.number, checkContract(contract, { today: TODAY, id: contract.id, buyer, planItem: { rev: planItem.rev, ...planItem.item }, decision, contracts: contracts.filter((one) => one.planItemId === contract.planItemId) }));
      }
      for (const { id, body } of bodies(seat, 'acceptances')) {
        const acceptance = acceptanceSchema.parse(body);
        const contract = contracts.find((one) => one.id === acceptance.contractId);
        if (contract === undefined) throw new Error('an acceptance rests on a contract');
        const catalogueCode = latest.get(contract.planItemId)?.item.catalogueCode;
        note(acceptance.number, checkAcceptance(acceptance, { today: TODAY, id, contract: { rev: 1, ...contract }, catalogueCode, acceptances: [] }));
      }
    }
    expect(found).toEqual([]);
  });

  it('leaves drafts as the plan form holds them, finished ones and such that lack something', () => {
    const read = [...bodies('unit-1', 'drafts'), ...bodies('unit-2', 'drafts')].map(({ body }) => planFormSchema.safeParse(body['form']));
    expect(new Set(read.map(({ success }) => success))).toEqual(new Set([true, false]));
    const failed = read.flatMap(({ error }) => error?.issues.map(({ path }) => path.join('.')) ?? []);
    expect(new Set(failed)).toEqual(new Set(['unitPrice']));
    // Written as a form writes what is stored.
    const amounts = [...bodies('unit-1', 'drafts'), ...bodies('unit-2', 'drafts')].flatMap(({ body }) => (body['form'] as { funds: { amount: string }[] }).funds.map(({ amount }) => amount));
    expect(amounts.filter((amount) => !/^\d{1,3}(,\d{3})*\.\d{2}$/.test(amount))).toEqual([]);
    expect(amounts.some((amount) => amount.includes(','))).toBe(true);
  });

  it('makes the same business of the same seed and day, under new keys', async () => {
    const facts = (all: { readonly rev: number; readonly body: Record<string, unknown> }[]) =>
      all.map(({ rev, body }) => [rev, body['number'], body['name'], body['amountFen'], body['submittedOn'], body['content']]);
    const again = join(root, '..', 'again');
    valueOf(await fillTraining({ folder: trainingFolderOf(again), items: 120, today: TODAY, log: recordingLog() }));
    const { profile, journal, close } = valueOf(await openServices(stationFolders(join(trainingFolderOf(again), 'unit-1'), 'training')));
    const items: { rev: number; body: Record<string, unknown> }[] = [];
    for await (const { text } of journal.readLines('official', profile.stationId, 1)) {
      const line = valueOf(parseLine(text));
      if (line.op === 'put' && line.table === 'planItems') items.push(line);
    }
    await close();
    expect(facts(items)).toEqual(facts(bodies('unit-1', 'planItems')));
    expect(profile.stationId).not.toBe(lines['unit-1'][0]?.line.author);
  });

  it('leaves bundles on the stick that still wait to be carried, both ways', async () => {
    const waiting = (await readdir(join(trainingFolderOf(root), 'stick'))).filter((name) => name.endsWith('.gfb'));
    expect(waiting).toHaveLength(4);
  });

  it('refuses to fill a second time and leaves everything as it is', async () => {
    const journals = join(trainingFolderOf(root), 'unit-1', 'station', 'journals');
    const before = await Promise.all((await readdir(journals)).filter((name) => name.endsWith('.ndjson')).map(async (name) => (await lstat(join(journals, name))).mtimeMs));
    expect(codeOf(await fillTraining({ folder: trainingFolderOf(root), items: 20, today: TODAY, log: recordingLog() }))).toBe('training.not-empty');
    const after = await Promise.all((await readdir(journals)).filter((name) => name.endsWith('.ndjson')).map(async (name) => (await lstat(join(journals, name))).mtimeMs));
    expect(after).toEqual(before);
    expect(JSON.parse(await readFile(join(trainingFolderOf(root), 'training.json'), 'utf8'))).toMatchObject({ items: 120 });
  });
});
