import { describe, expect, it } from 'vitest';
import { BUYER_TYPES as BUYER_TYPE_CODES } from '#shared/domain/buyer';
import { contractSchema } from '#shared/domain/contract';
import { performanceGoalSchema, planItemSchema, fundSliceSchema } from '#shared/domain/plan-item';
import {
  BUYER_TYPES,
  findProcurementMethod,
  FUND_SOURCES,
  INDICATOR_KINDS,
  labelOf,
  methodsForServices,
  ORGANISATION_FORMS,
  PAYMENT_KINDS,
  PROCUREMENT_METHODS,
  PROVIDER_TYPES,
} from '#shared/policy/code-lists';
import { clauseById } from '#shared/policy/clauses';

describe('labelOf', () => {
  it('gives the label of a code, as number or as text', () => {
    expect(labelOf(FUND_SOURCES, 1)).toBe('一般公共预算资金');
    expect(labelOf(PAYMENT_KINDS, '4')).toBe('质保金');
    expect(labelOf(ORGANISATION_FORMS, 3)).toBe('分散采购');
  });

  it('is null for codes that the list does not have', () => {
    expect(labelOf(FUND_SOURCES, 7)).toBeNull();
    expect(labelOf(BUYER_TYPES, 'toString')).toBeNull();
  });

  it('has exactly the codes that records accept', () => {
    expect(Object.keys(BUYER_TYPES)).toEqual([...BUYER_TYPE_CODES]);
    expect(Object.keys(INDICATOR_KINDS)).toEqual(performanceGoalSchema.shape.kind.options);
    const sources = [0, 1, 2, 3, 4, 5, 6, 7].filter((code) => fundSliceSchema.shape.source.safeParse(code).success);
    expect(Object.keys(FUND_SOURCES).map(Number)).toEqual(sources);
    const providers = ['P0', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9'].filter(
      (code) => contractSchema.shape.supplier.shape.type.safeParse(code).success,
    );
    expect(Object.keys(PROVIDER_TYPES)).toEqual(providers);
    for (const code of Object.keys(PROCUREMENT_METHODS)) expect(planItemSchema.shape.method.safeParse(code).success, code).toBe(true);
  });
});

describe('BUYER_TYPES', () => {
  it('uses the words of the governing clause', () => {
    const { text } = clauseById('80号文 三(一)');
    for (const label of Object.values(BUYER_TYPES)) expect(text).toContain(label);
  });
});

describe('methodsForServices', () => {
  it('offers the three ways of 2014 up to 2020-02-29 and no longer from 2020-03-01', () => {
    const outside = ['entrustment', 'franchise', 'strategic-alliance'];
    expect(methodsForServices('2020-02-29')).toEqual(expect.arrayContaining(outside));
    expect(methodsForServices('2020-03-01').filter((code) => outside.includes(code))).toEqual([]);
    expect(methodsForServices('2020-03-01')).toHaveLength(7);
  });

  it('never offers a method for goods', () => {
    expect(methodsForServices('2026-01-01')).not.toContain('price-inquiry');
  });
});

describe('findProcurementMethod', () => {
  it('marks the three ways outside procurement with the day they end', () => {
    const { text } = clauseById('80号文 三(四)3');
    for (const code of ['entrustment', 'franchise', 'strategic-alliance']) {
      const method = findProcurementMethod(code);
      expect(method).toMatchObject({ nonCompetitive: true, blockedFrom: '2020-03-01' });
      expect(text).toContain(method?.label);
    }
  });

  it('is null for an unknown code', () => {
    expect(findProcurementMethod('GKZB')).toBeNull();
    expect(findProcurementMethod('constructor')).toBeNull();
  });
});
