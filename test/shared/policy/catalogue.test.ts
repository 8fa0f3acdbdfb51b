import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planItemSchema } from '#shared/domain/plan-item';
import { CATCH_ALL_CODE, catalogueInForce, findCatalogueItem, findCategory, PUBLISHED_CATALOGUES } from '#shared/policy/catalogue';
import { findProcurementCode } from '#shared/policy/procurement-codes';

const bare = (text: string) => text.replace(/\s+/g, '');
const documentText = bare(readFileSync(new URL('../../fixtures/policy/neizhengbanfa-2014-80.txt', import.meta.url), 'utf8'));
const [catalogue] = PUBLISHED_CATALOGUES;
if (!catalogue) throw new Error('no catalogue');
const category = (code: string) => {
  const found = catalogue.categories.find((one) => one.code === code);
  if (!found) throw new Error(`no category ${code}`);
  return found;
};

describe('PUBLISHED_CATALOGUES', () => {
  it.each([
    ['R049', '1', 20, '417965d198fb2cb36ba9c41786389cadc2dd081ea4f1761c4df11aa7c0b5c849'],
    ['R050', '2', 11, '7e0db03735297672197b19b9a22a088f68fdfec7c1812bb593706e60ec0b4302'],
    ['R051', '3', 2, 'cee1a93a23627b0d8aa01f7ff31d6896a471f2b001e4ba70494c3f9a4d283d3f'],
    ['R052', '4', 8, '0b0a644811fa1c086710a8e6b3685d59a49d4ac5e19d19a87a0ac4f6e67ffe7b'],
    ['R053', '5', 19, 'bfc5c7107a4f3c0bddbbaa97749061f8f6b0c96a676864f54e55119aea4f3d3a'],
  ])('%s holds category %s with %i items, and its sentence is the printed one', (_row, code, count, sha256) => {
    const { raw, name, items } = category(code);
    expect(items).toHaveLength(count);
    expect(createHash('sha256').update(raw, 'utf8').digest('hex')).toBe(sha256);
    expect(documentText).toContain(bare(raw));

    // The printed sentence, taken apart, gives the items: nothing added, dropped, reordered or reworded.
    const sentence = /^\d\.([^。]+)。(.+)等。$/.exec(bare(raw));
    expect(sentence?.[1]).toBe(name);
    expect(sentence?.[2]?.split(/、|以及/)).toEqual(items.map((item) => item.name));
  });

  it('numbers the items of each category without a gap', () => {
    for (const { code, items } of catalogue.categories) {
      expect(items.map((item) => item.code)).toEqual(items.map((_, n) => `${code}.${String(n + 1).padStart(2, '0')}`));
    }
  });

  it('holds category 6 without a named item, and a catch-all that needs name, reason and consent', () => {
    const { raw, name, items, catchAll } = category('6');
    expect(items).toEqual([]);
    expect(bare(raw)).toBe(`6.${name}。`);
    expect(catchAll).toMatchObject({ code: '6.00', name: '其他适宜由市场供给的公共服务事项', requires: ['own-name', 'reason', 'finance-consent'] });
    expect(catalogue.categories.filter((one) => one.catchAll !== null)).toHaveLength(1);
  });

  it('has 60 named items in six categories', () => {
    expect(catalogue.categories).toHaveLength(6);
    expect(catalogue.categories.flatMap((one) => one.items)).toHaveLength(60);
  });

  it('suggests only procurement codes that exist, at least one for each named item', () => {
    for (const item of catalogue.categories.flatMap((one) => one.items)) {
      expect(item.suggestedProcurementCodes.length, item.code).toBeGreaterThan(0);
      for (const code of item.suggestedProcurementCodes) expect(findProcurementCode(code), code).not.toBeNull();
    }
  });

  it('has codes that a plan item can hold', () => {
    const code = planItemSchema.shape.catalogueCode;
    for (const item of catalogue.categories.flatMap((one) => [...one.items, ...(one.catchAll ? [one.catchAll] : [])])) {
      expect(code.safeParse(item.code).success, item.code).toBe(true);
    }
    expect(planItemSchema.shape.catalogueVersion.safeParse(catalogue.id).success).toBe(true);
  });
});

describe('catalogueInForce', () => {
  it('begins on the day the document was issued', () => {
    expect(catalogueInForce('2014-07-16')).toBeNull();
    expect(catalogueInForce('2014-07-17')?.id).toBe('nmg-2014-80');
    expect(catalogueInForce('2026-11-22')?.documentNumber).toBe('内政办发〔2014〕80号');
  });
});

describe('findCatalogueItem', () => {
  it('finds an item and its warning by version and code', () => {
    expect(findCatalogueItem('nmg-2014-80', '1.20')?.name).toBe('服务“三农”');
    expect(findCatalogueItem('nmg-2014-80', '3.01')?.warning).toContain('人工复核');
    expect(findCatalogueItem('nmg-2014-80', '5.08')?.warning).toContain('工程');
    expect(findCatalogueItem('nmg-2014-80', '2.01')?.warning).toBeNull();
    expect(findCatalogueItem('nmg-2014-80', CATCH_ALL_CODE)?.requires).toContain('finance-consent');
  });

  it('answers null for an unknown version or code', () => {
    expect(findCatalogueItem('nmg-2014-80', '1.21')).toBeNull();
    expect(findCatalogueItem('nmg-2014-80', '6.01')).toBeNull();
    expect(findCatalogueItem('nmg-2014-80', '1.00')).toBeNull();
    expect(findCatalogueItem('another', '1.01')).toBeNull();
  });
});

describe('findCategory', () => {
  it('goes by the first figure of the code', () => {
    expect(findCategory('nmg-2014-80', '5.19')?.name).toBe('政府履职所需辅助性事项');
    expect(findCategory('nmg-2014-80', '7.01')).toBeNull();
    expect(findCategory('nmg-2014-80', '')).toBeNull();
  });
});
