import { describe, expect, it } from 'vitest';
import { planItemSchema } from '#shared/domain/plan-item';
import { findProcurementCode, PROCUREMENT_CODES } from '#shared/policy/procurement-codes';

describe('PROCUREMENT_CODES', () => {
  it('has 621 codes on five levels', () => {
    expect(PROCUREMENT_CODES).toHaveLength(621);
    const count = (level: number) => PROCUREMENT_CODES.filter((code) => code.level === level).length;
    expect([0, 1, 2, 3, 4].map(count)).toEqual([1, 25, 174, 375, 46]);
  });

  it('is one tree: every parent exists one level higher', () => {
    for (const { code, level, parentCode } of PROCUREMENT_CODES) {
      expect(parentCode === null ? -1 : findProcurementCode(parentCode)?.level, code).toBe(level - 1);
    }
  });

  it('has codes that a plan item can hold, except the root', () => {
    const held = PROCUREMENT_CODES.filter(({ code }) => planItemSchema.shape.procurementCode.safeParse(code).success);
    expect(held).toHaveLength(620);
  });
});

describe('findProcurementCode', () => {
  it('finds a code with its name and place', () => {
    expect(findProcurementCode('C05010400')).toEqual({ code: 'C05010400', name: '养老服务', level: 3, parentCode: 'C05010000' });
    expect(findProcurementCode('C10000000')?.level).toBe(1);
    expect(findProcurementCode('C')).toEqual({ code: 'C', name: '服务', level: 0, parentCode: null });
    expect(findProcurementCode('A01000000')).toBeNull();
  });
});
