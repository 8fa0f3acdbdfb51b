// Typed and stored contracts: one is the other's inverse; sums close to the fen; drafts read back whatever is left in them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FEN, multiplyQuantity } from '#shared/base/money';
import { createRecordId, type StationId } from '#shared/base/ids';
import { contractSchema } from '#shared/domain/contract';
import { lineProduct, readTyped, sumOfLines, sumOfSchedule, toLoose, toTyped } from '../../../../renderer/features/contract/contract-convert';
import {
  BLANK_CONTRACT,
  BLANK_INSTALMENT,
  BLANK_LINE,
  contractFormSchema,
  type ContractStored,
  nextLineNo,
} from '../../../../renderer/features/contract/contract-typed';
import { closeSchedule } from '../../../../renderer/features/contract/close-schedule';

const owner = 'a1b2c3d4e5f60718293a4b5c6d7e8f90' as StationId;
const id = (salt: number) => createRecordId(owner, (size) => Uint8Array.from({ length: size }, (_, index) => index * 7 + salt));

const word = (max: number) =>
  fc.string({ unit: fc.constantFrom('甲', '乙', '养', '老', 'A', '7', '，'), minLength: 1, maxLength: max });
const wordOrNone = (max: number) => fc.oneof(fc.constant(''), word(max));
const date = fc
  .date({ min: new Date('2014-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const uscc = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), minLength: 18, maxLength: 18 });

const storedContract: fc.Arbitrary<ContractStored> = fc
  .record({
    planItemId: fc.constant(id(1)),
    decisionId: fc.constant(id(2)),
    number: word(60),
    name: word(100),
    supplier: fc.record({ name: word(100), uscc, type: fc.constantFrom('P1', 'P3', 'P8') }),
    method: fc.constantFrom('open-tender', 'consultation'),
    awardNoticeOn: fc.option(date),
    signedOn: date,
    scope: word(300),
    subject: word(300),
    quality: word(300),
    startsOn: date,
    endsOn: date,
    paymentTerms: word(300),
    rights: fc.record({ buyer: word(100), supplier: word(100), recipients: word(100) }),
    breach: word(300),
    lines: fc.array(
      fc.record({
        lineNo: fc.integer({ min: 1, max: 500 }),
        name: word(100),
        requirement: word(200),
        quantityE4: fc.integer({ min: 0, max: 9_000_000_000 }),
        unit: word(20),
        unitPriceFen: fc.integer({ min: 0, max: 9_000_000_000 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    amountFen: fc.integer({ min: 0, max: MAX_FEN }),
    schedule: fc.array(
      fc.record({ kind: fc.integer({ min: 1, max: 4 }), dueOn: date, amountFen: fc.integer({ min: 0, max: MAX_FEN }), condition: word(200) }),
      { minLength: 1, maxLength: 6 },
    ),
    longTerm: fc.record({ fixedContent: fc.boolean(), continuous: fc.boolean(), stableFunding: fc.boolean(), stablePrice: fc.boolean() }),
    noAssignmentPromised: fc.boolean(),
    payeeName: word(100),
    payeeUscc: uscc,
    acceptanceScheme: word(300),
    lateReason: wordOrNone(100),
    filingNumber: wordOrNone(60),
    attachments: fc.constant<ContractStored['attachments']>([]),
  })
  // Plain objects: the generator also makes some without a prototype.
  .map((contract) => structuredClone(contract))
  .map((contract) => ({
    ...contract,
    lines: contract.lines.map((line) => ({ ...line, amountFen: multiplyQuantity(line.quantityE4, line.unitPriceFen).fen })),
  }));

const money = (amountFen: string) => ({ ...BLANK_INSTALMENT, amountFen });

describe('contractFormSchema', () => {
  it('gives back every stored contract that was turned into typed values', () => {
    fc.assert(
      fc.property(storedContract, (stored) => {
        expect(contractFormSchema.parse(toTyped(stored))).toEqual(stored);
      }),
    );
  });

  it('makes what the contract schema stores, once the handler is named', () => {
    fc.assert(
      fc.property(storedContract, (stored) => {
        const body = { ...contractFormSchema.parse(toTyped(stored)), handledBy: id(3) };
        expect(contractSchema.safeParse(body).success).toBe(true);
      }),
    );
  });

  it('refuses a line whose product no amount can hold, at its price', () => {
    const [stored] = fc.sample(storedContract, 1);
    const typed = toTyped(stored as ContractStored);
    const lines = [{ ...BLANK_LINE, name: '护理', requirement: '上门', unit: '次', quantityE4: '900000000', unitPriceFen: '90000000000000' }];
    const parsed = contractFormSchema.safeParse({ ...typed, lines });
    expect(parsed.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      ['lines.0.unitPriceFen', 'money.too-large'],
    ]);
  });
});

describe('toLoose', () => {
  it('reads a whole form as the schema does', () => {
    fc.assert(
      fc.property(storedContract, (stored) => {
        expect(toLoose(toTyped(stored))).toEqual(stored);
      }),
    );
  });

  it('leaves out figures and dates that cannot be read yet', () => {
    const loose = toLoose({ ...BLANK_CONTRACT, amountFen: '12.', signedOn: '2026-02-3', lines: [{ ...BLANK_LINE, quantityE4: '一百' }] });
    expect([loose.lines?.[0]?.quantityE4, loose.lines?.[0]?.amountFen]).toEqual([undefined, undefined]);
    expect(toLoose({ ...BLANK_CONTRACT, amountFen: '1.2.3', signedOn: '2026-02-30' })).toMatchObject({
      amountFen: undefined,
      signedOn: undefined,
    });
  });
});

describe('readTyped', () => {
  it('reads back what a draft kept', () => {
    fc.assert(
      fc.property(storedContract, (stored) => {
        const typed = toTyped(stored);
        expect(readTyped(JSON.parse(JSON.stringify(typed)) as Record<string, unknown>)).toEqual(typed);
      }),
    );
  });

  it('makes blanks of whatever another version left', () => {
    expect(readTyped({})).toEqual(BLANK_CONTRACT);
    expect(readTyped({ number: 7, lines: 'none', schedule: [null, { kind: 2 }], supplier: null, extra: true })).toEqual({
      ...BLANK_CONTRACT,
      schedule: [BLANK_INSTALMENT, BLANK_INSTALMENT],
    });
  });
});

describe('lineProduct', () => {
  it('reckons quantity by price to the fen', () => {
    expect(lineProduct({ quantityE4: '1,200.5', unitPriceFen: '80.10' })).toEqual({ fen: 9_616_005, exact: true });
    expect(lineProduct({ quantityE4: '0.3333', unitPriceFen: '0.05' })).toEqual({ fen: 2, exact: false });
    expect(lineProduct({ quantityE4: '', unitPriceFen: '80' })).toBeUndefined();
  });
});

describe('sumOfLines', () => {
  it('adds what can be read and counts what cannot', () => {
    const priced = { ...BLANK_LINE, quantityE4: '2', unitPriceFen: '10.01' };
    expect(sumOfLines([priced, priced, BLANK_LINE])).toEqual({ fen: 4004, open: 1 });
  });
});

describe('closeSchedule', () => {
  it('gives the last instalment what is missing', () => {
    expect(closeSchedule([money('30.00'), money('60.00')], 10_000)).toBe(7000);
    expect(closeSchedule([money('30.00'), money('')], 10_000)).toBe(7000);
  });

  it('gives a first instalment the whole amount', () => {
    expect(closeSchedule([], 10_000)).toBe(10_000);
  });

  it('has nothing to give to a schedule that closes, exceeds or cannot be read', () => {
    expect(closeSchedule([money('30.00'), money('70.00')], 10_000)).toBeNull();
    expect(closeSchedule([money('100.00'), money('1')], 10_000)).toBeNull();
    expect(closeSchedule([money('x'), money('1')], 10_000)).toBeNull();
  });

  it('closes any schedule it gives an answer for', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 5 }), amount, (parts, whole) => {
        const typed = parts.map((fen) => money((fen / 100).toFixed(2)));
        const closing = closeSchedule(typed, whole);
        if (closing === null) return;
        const closed = [...typed.slice(0, -1), money((closing / 100).toFixed(2))];
        expect(sumOfSchedule(closed)).toEqual({ fen: whole, open: 0 });
      }),
    );
  });
});

describe('nextLineNo', () => {
  it('is one above the highest, whatever was removed between', () => {
    expect(nextLineNo([{ lineNo: 1 }, { lineNo: 7 }, { lineNo: 3 }])).toBe(8);
    expect(nextLineNo([])).toBe(1);
  });
});
