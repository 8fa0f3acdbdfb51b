// Government procurement item codes of 2022 (政府采购品目分类目录), part C services. The tree is read off the code itself.

import names from './procurement-codes.json' with { type: 'json' };

export interface ProcurementCode {
  /** 'C' or 'C' and four pairs of digits; trailing '00' pairs fill up. */
  readonly code: string;
  readonly name: string;
  /** 0 for 'C' itself, then 1 to 4. */
  readonly level: number;
  /** null for 'C'. */
  readonly parentCode: string | null;
}

const ROOT = 'C';
const nameByCode: ReadonlyMap<string, string> = new Map(Object.entries(names));

/** All 621 codes in the order of the catalogue, the root first. */
export const PROCUREMENT_CODES: readonly ProcurementCode[] = [...nameByCode].map(([code, name]) => describeCode(code, name));

export function findProcurementCode(code: string): ProcurementCode | null {
  const name = nameByCode.get(code);
  return name === undefined ? null : describeCode(code, name);
}

function describeCode(code: string, name: string): ProcurementCode {
  const level = code.slice(1).replace(/(00)+$/, '').length / 2;
  if (level === 0) return { code, name, level, parentCode: null };
  const parentCode = level === 1 ? ROOT : ROOT + code.slice(1, 1 + 2 * (level - 1)).padEnd(8, '0');
  return { code, name, level, parentCode };
}
