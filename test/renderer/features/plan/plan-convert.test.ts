// Typed and stored plan items: one is the other's inverse; drafts read back whatever an older version left.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FEN, multiplyQuantity } from '#shared/base/money';
import { createRecordId, type StationId } from '#shared/base/ids';
import { planItemSchema } from '#shared/domain/plan-item';
import { amountOf, readTyped, toLoose, toTyped } from '../../../../renderer/features/plan/plan-convert';
import { blankPlan, planFormSchema, type PlanStored } from '../../../../renderer/features/plan/plan-typed';

const owner = 'a1b2c3d4e5f60718293a4b5c6d7e8f90' as StationId;
const id = () => createRecordId(owner, (size) => Uint8Array.from({ length: size }, (_, index) => index * 7));

const word = (max: number) =>
  fc.string({ unit: fc.constantFrom('甲', '乙', '养', '老', 'A', '7', '，'), minLength: 1, maxLength: max });
const wordOrNone = (max: number) => fc.oneof(fc.constant(''), word(max));
const date = fc
  .date({ min: new Date('2014-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const score = fc.integer({ min: 0, max: 5 });
const fen = fc.integer({ min: 0, max: MAX_FEN });

const storedItem: fc.Arbitrary<PlanStored> = fc
  .record({
    buyerId: fc.constant(id()),
    year: fc.integer({ min: 2014, max: 2099 }),
    number: word(30),
    name: word(100),
    catalogueVersion: word(40),
    catalogueCode: fc.constantFrom('1.01', '5.08', '6.00'),
    otherService: fc.option(fc.record({ name: word(100), reason: word(500), consentDocument: wordOrNone(60) })),
    procurementCode: fc.option(fc.constantFrom('C01000000', 'C21040200')),
    content: word(400),
    quantityE4: fc.integer({ min: 0, max: 9_000_000_000 }),
    unit: word(20),
    unitPriceFen: fc.integer({ min: 0, max: 9_000_000_000 }),
    costBasis: wordOrNone(200),
    startsOn: date,
    endsOn: date,
    place: word(100),
    recipients: fc.record({ group: word(100), count: fc.integer({ min: 0, max: 30_000_000 }), area: word(100) }),
    funds: fc.array(
      fc.record({
        source: fc.integer({ min: 1, max: 6 }),
        year: fc.integer({ min: 2014, max: 2099 }),
        amountFen: fen,
        origin: fc.constantFrom('existing' as const, 'new' as const),
        fromProject: wordOrNone(100),
        approvalDocument: wordOrNone(60),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    budgetProject: word(100),
    budgetCode: wordOrNone(40),
    functionCode: fc.constantFrom('', '208', '20810', '2081005'),
    economicCode: fc.constantFrom('', '302', '30227'),
    goals: fc.array(
      fc.record({ kind: fc.constantFrom('quantity' as const, 'satisfaction' as const), name: word(100), target: word(100) }),
      { maxLength: 5 },
    ),
    priority: fc.record({ livelihood: score, ease: score, key: score }),
    duty: fc.record({ document: wordOrNone(100), item: wordOrNone(300) }),
    need: fc.record({
      source: wordOrNone(300),
      surveyedCount: fc.integer({ min: 0, max: 1_000_000 }),
      surveyedOn: fc.option(date),
      conclusion: wordOrNone(300),
    }),
    suitability: fc.record({ marketFit: fc.boolean(), socialCapable: fc.boolean(), reason: wordOrNone(300) }),
    benefits: fc.record({ duty: wordOrNone(300), cost: wordOrNone(300), quality: wordOrNone(300) }),
    exclusionsDenied: fc.subarray(['X01', 'X02', 'N01', 'F05']),
    exclusionReview: wordOrNone(300),
    establishmentPledged: fc.boolean(),
    method: fc.constantFrom('open-tender', 'consultation'),
    providerTypes: fc.subarray(['P1', 'P3', 'P5'], { minLength: 1 }),
    smeReservedFen: fen,
    attachments: fc.constant<PlanStored['attachments']>([]),
  })
  // Plain objects: the generator also makes some without a prototype.
  .map((item) => structuredClone(item))
  .map((item) => ({
    ...item,
    amountFen: multiplyQuantity(item.quantityE4, item.unitPriceFen).fen,
    confidential: false as const,
  }));

describe('toTyped', () => {
  it('is the inverse of the form’s schema', () => {
    fc.assert(
      fc.property(storedItem, (item) => {
        expect(planFormSchema.parse(toTyped(item))).toStrictEqual(item);
      }),
      { numRuns: 300 },
    );
  });

  it('gives values that survive a draft’s JSON unchanged', () => {
    fc.assert(
      fc.property(storedItem, (item) => {
        const typed = toTyped(item);
        const reread = readTyped(JSON.parse(JSON.stringify(typed)) as Record<string, unknown>, item.year);
        expect(reread).toStrictEqual(typed);
      }),
      { numRuns: 100 },
    );
  });
});

describe('toLoose', () => {
  it('reads from typed values what the schema stores', () => {
    fc.assert(
      fc.property(storedItem, ({ confidential: _declared, ...item }) => {
        expect(toLoose(toTyped({ ...item, confidential: false }))).toStrictEqual(item);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out figures and dates that cannot be read yet', () => {
    const half = { ...blank(), quantity: '1.2.3', unitPrice: '12元5', startsOn: '2026-02-30' };
    const loose = toLoose({ ...half, funds: [{ ...half.funds[0]!, amount: '', year: '二〇二六', source: '' }] });
    expect(loose.quantityE4).toBeUndefined();
    expect(loose.unitPriceFen).toBeUndefined();
    expect(loose.amountFen).toBeUndefined();
    expect(loose.startsOn).toBeUndefined();
    expect(loose.funds?.[0]).toMatchObject({ source: undefined, year: undefined, amountFen: undefined });
  });
});

describe('fields that may stay empty', () => {
  it('are empty when only a blank was typed, in the checks and in what is stored', () => {
    const [item] = fc.sample(storedItem, { numRuns: 1, seed: 7 });
    const typed = toTyped(item!);
    const blanks = { ...typed, smeReserved: ' ', need: { ...typed.need, surveyedCount: ' ', surveyedOn: '\u3000' } };
    const { need, smeReservedFen } = planFormSchema.parse(blanks);
    expect([need.surveyedCount, need.surveyedOn, smeReservedFen]).toStrictEqual([0, null, 0]);
    const loose = toLoose(blanks);
    expect([loose.need?.surveyedCount, loose.need?.surveyedOn, loose.smeReservedFen]).toStrictEqual([0, null, 0]);
  });
});

describe('amountOf', () => {
  it('multiplies figures pasted with thousands, full width and currency signs', () => {
    expect(amountOf({ quantity: '1,200', unitPrice: '￥１，２３４．５０' })).toBe(148_140_000);
  });

  it('has no amount when the product is beyond the largest one', () => {
    expect(amountOf({ quantity: '900000000', unitPrice: '90000000000000' })).toBeUndefined();
  });
});

describe('readTyped', () => {
  it('puts blanks in place of what is missing or of another type', () => {
    const read = readTyped({ name: 7, quantity: '3', recipients: { group: '老人' }, funds: [{ amount: '5' }], goals: 'none' }, 2026);
    expect(read.name).toBe('');
    expect(read.quantity).toBe('3');
    expect(read.recipients).toStrictEqual({ group: '老人', count: '', area: '' });
    expect(read.funds).toStrictEqual([{ source: '1', year: '2026', amount: '5', origin: 'existing', fromProject: '', approvalDocument: '' }]);
    expect(read.goals).toHaveLength(3);
  });

  it('refuses attachments that are no references', () => {
    expect(readTyped({ attachments: [{ sm3: 'x' }] }, 2026).attachments).toStrictEqual([]);
  });
});

describe('planFormSchema', () => {
  it('refuses a project that is not declared free of state secrets', () => {
    const parsed = planFormSchema.safeParse(blank());
    expect(parsed.error?.issues.find((issue) => issue.path[0] === 'notConfidential')?.message).toBe('declaration.missing');
  });

  it('gives what the stored record’s own schema accepts', () => {
    const [item] = fc.sample(storedItem, { numRuns: 1, seed: 7 });
    const body = { ...planFormSchema.parse(toTyped(item!)), preparedBy: id(), reviewedBy: id(), submittedOn: '2026-01-05' };
    expect(planItemSchema.parse(body)).toStrictEqual(body);
  });
});

function blank() {
  return blankPlan({ year: 2026, number: '', buyerId: '', catalogueVersion: 'nmg-2014-80' });
}
