// Typed and stored acceptances: one is the other's inverse under its contract; payable follows from quantity and price.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FEN, multiplyQuantity } from '#shared/base/money';
import { createRecordId, type StationId } from '#shared/base/ids';
import { acceptanceSchema } from '#shared/domain/acceptance';
import type { ContractLine } from '#shared/domain/contract';
import type { AcceptanceContext } from '#shared/domain/rules/acceptance/acceptance-rule';
import {
  alignWithContract,
  payableOf,
  readTyped,
  toLoose,
  toTyped,
} from '../../../../renderer/features/acceptance/acceptance-convert';
import {
  acceptanceFormSchema,
  type AcceptanceStored,
  type AcceptanceTyped,
  BLANK_ACCEPTANCE,
} from '../../../../renderer/features/acceptance/acceptance-typed';

const owner = 'a1b2c3d4e5f60718293a4b5c6d7e8f90' as StationId;
const id = (salt: number) => createRecordId(owner, (size) => Uint8Array.from({ length: size }, (_, index) => index * 7 + salt));
const [CONTRACT, ACCEPTANCE, OTHER, ACCEPTER, HANDLER] = [id(1), id(2), id(3), id(4), id(5)];

const word = (max: number) =>
  fc.string({ unit: fc.constantFrom('甲', '乙', '养', '老', 'A', '7', '，'), minLength: 1, maxLength: max });
const date = fc
  .date({ min: new Date('2014-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const count = fc.integer({ min: 0, max: 1_000_000 });

interface Case {
  readonly agreed: readonly ContractLine[];
  readonly stored: AcceptanceStored;
}

const agreedLine = (lineNo: number, quantityE4: number, unitPriceFen: number): ContractLine => ({
  lineNo,
  name: `服务 ${String(lineNo)}`,
  requirement: '上门',
  quantityE4,
  unit: '次',
  unitPriceFen,
  amountFen: multiplyQuantity(quantityE4, unitPriceFen).fen,
});

const cases: fc.Arbitrary<Case> = fc
  .record({
    number: word(60),
    acceptedOn: date,
    rows: fc.array(
      fc.record({
        quantityE4: fc.integer({ min: 1, max: 9_000_000 }),
        unitPriceFen: fc.integer({ min: 0, max: 9_000_000 }),
        deliveredE4: fc.integer({ min: 0, max: 9_000_000 }),
        acceptedE4: fc.integer({ min: 0, max: 9_000_000 }),
        actual: word(200),
        conforms: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    members: fc.array(
      fc.record({ name: word(50), post: word(100), side: fc.constantFrom('buyer' as const, 'recipient' as const) }),
      { minLength: 1, maxLength: 4 },
    ),
    recipientOpinion: fc.option(fc.record({ asked: count, content: count, words: word(200) })),
    outcome: fc.constantFrom('passed' as const, 'partly' as const, 'failed' as const),
    deductionShare: fc.integer({ min: 0, max: 100 }),
    deductionReason: fc.oneof(fc.constant(''), word(100)),
  })
  .map((drawn) => structuredClone(drawn))
  .map(({ rows, deductionShare, ...rest }) => {
    const value = rows.reduce((sum, row) => sum + multiplyQuantity(row.acceptedE4, row.unitPriceFen).fen, 0);
    const deductionFen = Math.floor((value * deductionShare) / 100);
    return {
      agreed: rows.map((row, index) => agreedLine(index + 1, row.quantityE4, row.unitPriceFen)),
      stored: {
        ...rest,
        contractId: CONTRACT,
        contractRev: 1,
        lines: rows.map(({ deliveredE4, acceptedE4, actual, conforms }, index) => ({
          lineNo: index + 1, deliveredE4, acceptedE4, actual, conforms,
        })),
        deductionFen,
        payableFen: value - deductionFen,
        attachments: [],
      },
    };
  });

function contextOf(agreed: readonly ContractLine[], acceptances: AcceptanceContext['acceptances'] = []): AcceptanceContext {
  return {
    today: '2026-12-01',
    id: ACCEPTANCE,
    contract: { rev: 1, lines: [...agreed], amountFen: MAX_FEN, signedOn: '2014-01-01', startsOn: '2014-01-01', handledBy: HANDLER },
    catalogueCode: '1.01',
    acceptances,
  };
}

describe('acceptanceFormSchema', () => {
  it('gives back every stored acceptance that was turned into typed values, payable included', () => {
    fc.assert(
      fc.property(cases, ({ agreed, stored }) => {
        expect(acceptanceFormSchema({ lines: [...agreed] }).parse(toTyped(stored))).toEqual(stored);
      }),
    );
  });

  it('makes what the acceptance schema stores, once the accepter is named', () => {
    fc.assert(
      fc.property(cases, ({ agreed, stored }) => {
        const body = { ...acceptanceFormSchema({ lines: [...agreed] }).parse(toTyped(stored)), acceptedBy: ACCEPTER };
        expect(acceptanceSchema.safeParse(body).success).toBe(true);
      }),
    );
  });

  it('asks for the rest of an opinion that was begun', () => {
    const [one] = fc.sample(cases, 1);
    const { agreed, stored } = one as Case;
    const typed = { ...toTyped(stored), recipientOpinion: { asked: '10', content: '', words: '' } };
    const parsed = acceptanceFormSchema({ lines: [...agreed] }).safeParse(typed);
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['recipientOpinion.content', 'recipientOpinion.words']);
  });
});

describe('toLoose', () => {
  it('reads a whole form as the schema does', () => {
    fc.assert(
      fc.property(cases, ({ agreed, stored }) => {
        expect(toLoose(toTyped(stored), contextOf(agreed), ACCEPTER)).toEqual({ ...stored, acceptedBy: ACCEPTER });
      }),
    );
  });
});

describe('numbers of people', () => {
  const agreed = [agreedLine(1, 100_0000, 5000)];
  const [drawn] = fc.sample(cases, 1);
  const withOpinion = (recipientOpinion: AcceptanceTyped['recipientOpinion']) => ({
    ...toTyped((drawn as Case).stored),
    deductionFen: '',
    recipientOpinion,
  });

  it.each([
    ['1,200', 1200],
    ['１２', 12],
    [' 1，000 ', 1000],
    ['0', 0],
    ['1,20', undefined],
    ['12人', undefined],
    ['-1', undefined],
    ['1.0', undefined],
  ])('are read one way by the checks and by what is stored: %s', (asked, count) => {
    const typed = withOpinion({ asked, content: '0', words: '满意' });
    expect(toLoose(typed, contextOf(agreed), ACCEPTER).recipientOpinion?.asked).toBe(count);
    expect(acceptanceFormSchema({ lines: agreed }).safeParse(typed).data?.recipientOpinion?.asked).toBe(count);
  });

  it('a blank typed in one of them asks for nothing, in the checks and in what is stored', () => {
    const typed = withOpinion({ asked: ' ', content: '', words: '\u3000\u200b' });
    expect(toLoose(typed, contextOf(agreed), ACCEPTER).recipientOpinion).toBeNull();
    expect(acceptanceFormSchema({ lines: agreed }).parse(typed).recipientOpinion).toBeNull();
  });

  it('that are too great are told so in words', () => {
    const typed = withOpinion({ asked: '1,000,001', content: '0', words: '满意' });
    const { error } = acceptanceFormSchema({ lines: agreed }).safeParse(typed);
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['recipientOpinion.asked', '不能大于 1000000。']]);
  });
});

describe('payableOf', () => {
  const context = contextOf([agreedLine(1, 100_0000, 5000), agreedLine(2, 10_0000, 12_345)]);
  const lines = [{ lineNo: 1, acceptedE4: 80_0000 }, { lineNo: 2, acceptedE4: 2_5000 }];

  it('R005 is accepted quantity by agreed price less the deduction, to the fen', () => {
    expect(payableOf({ lines, deductionFen: 10_000 }, context)).toBe(400_000 + 30_863 - 10_000);
  });

  it('is unknown while a quantity cannot be read', () => {
    expect(payableOf({ lines: [{ lineNo: 1 }, { lineNo: 2, acceptedE4: 1 }], deductionFen: 0 }, context)).toBeUndefined();
  });

  it('is never below zero', () => {
    expect(payableOf({ lines, deductionFen: MAX_FEN }, context)).toBe(0);
  });
});

describe('alignWithContract', () => {
  const agreed = [agreedLine(1, 100_0000, 5000), agreedLine(3, 10_0000, 200)];
  const contract = { id: CONTRACT, rev: 2, body: { lines: agreed } };
  const earlier = { id: OTHER, lines: [{ lineNo: 1, deliveredE4: 60_0000, acceptedE4: 60_5000, actual: '', conforms: true }], payableFen: 0 };

  it('prefills every agreed line with what is agreed minus accepted before', () => {
    const { lines, contractRev } = alignWithContract(BLANK_ACCEPTANCE, contract, contextOf(agreed, [earlier]));
    expect(contractRev).toBe(2);
    expect(lines.map(({ lineNo, deliveredE4, acceptedE4 }) => [lineNo, deliveredE4, acceptedE4])).toEqual([
      [1, '39.5', '39.5'],
      [3, '10', '10'],
    ]);
  });

  it('keeps what was typed for lines the contract knows and drops the others', () => {
    const typed = { ...BLANK_ACCEPTANCE, lines: [2, 3].map((lineNo) => ({ lineNo, deliveredE4: '7', acceptedE4: '', actual: '迟到', conforms: 'no' })) };
    const { lines } = alignWithContract(typed, contract, contextOf(agreed));
    expect(lines.map(({ lineNo, deliveredE4, actual }) => [lineNo, deliveredE4, actual])).toEqual([
      [1, '100', ''],
      [3, '7', '迟到'],
    ]);
  });
});

describe('readTyped', () => {
  it('reads back what a draft kept, and blanks for the rest', () => {
    fc.assert(
      fc.property(cases, ({ stored }) => {
        const typed = toTyped(stored);
        expect(readTyped(JSON.parse(JSON.stringify(typed)) as Record<string, unknown>)).toEqual(typed);
      }),
    );
    expect(readTyped({ members: 3, lines: null, recipientOpinion: 'good' })).toEqual(BLANK_ACCEPTANCE);
  });
});
