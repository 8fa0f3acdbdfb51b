import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLAUSE_IDS } from '#shared/policy/clauses';
import { AREAS } from '../../../../renderer/app/routes';
import { helpById, helpForPath, HELP_TEXTS, nearestHelp, SHEET_IDS } from '../../../../renderer/text/help/topics';

const FEATURES = new URL('../../../../renderer/features', import.meta.url).pathname;

/** The addresses of an area's pages, read from the file its route loads. */
async function pagesOf(area: (typeof AREAS)[number]): Promise<readonly string[]> {
  const routes = await readFile(new URL('../../../../renderer/app/routes.tsx', import.meta.url), 'utf8');
  const file = new RegExp(`path: '${area.path}'.*import\\('\\.\\./features/([^']+)'\\)`).exec(routes)?.[1];
  const source = await readFile(join(FEATURES, `${file ?? ''}.tsx`), 'utf8');
  // The pages of an area are its routes, and the tabs of the exchange.
  const inner = [...source.matchAll(/<Route path="([^"*]+)"/g), ...(area.path === '/exchange' ? source.matchAll(/key: '(\w+)'/g) : [])];
  return [area.path, ...inner.map(([, path]) => `${area.path}/${path ?? ''}`)];
}

describe('HELP_TEXTS', () => {
  it('has a text for every area and every page inside it', async () => {
    const pages = (await Promise.all(AREAS.map(pagesOf))).flat();
    expect(pages.length).toBeGreaterThan(AREAS.length);
    const written = new Set(HELP_TEXTS.flatMap(({ pages: own }) => own));
    expect(pages.filter((page) => !written.has(page))).toEqual([]);
  });

  it('is shown to every office that has the area', () => {
    for (const { path, offices } of AREAS) expect(helpForPath(path)?.offices, path).toEqual(expect.arrayContaining([...offices]));
  });

  it('names no page that is not there', async () => {
    const pages = new Set((await Promise.all(AREAS.map(pagesOf))).flat());
    const unknown = HELP_TEXTS.flatMap(({ pages: own }) => own).filter((page) => !pages.has(page));
    expect(unknown).toEqual([]);
  });

  it('cites only clauses that can be opened', () => {
    for (const { id, clauses } of HELP_TEXTS) expect(CLAUSE_IDS, id).toEqual(expect.arrayContaining([...clauses]));
  });

  it('is short: one purpose, at most six steps, whole sentences', () => {
    for (const { id, purpose, steps, keys, troubles } of HELP_TEXTS) {
      expect(steps.length, id).toBeGreaterThan(0);
      expect(steps.length, id).toBeLessThanOrEqual(6);
      expect(keys.some(({ keys: name }) => name === 'F1' || name === 'Enter'), id).toBe(true);
      const sentences = [purpose, ...steps, ...troubles.flatMap(({ safe, next }) => [safe, next])];
      for (const sentence of sentences) expect(sentence, id).toMatch(/[。：]$/);
    }
  });

  it('says of every trouble whether the data is safe', () => {
    for (const { id, troubles } of HELP_TEXTS) expect(troubles.every(({ safe, next }) => safe !== '' && next !== ''), id).toBe(true);
  });

  it('names each text once', () => {
    expect(new Set(HELP_TEXTS.map(({ id }) => id)).size).toBe(HELP_TEXTS.length);
  });
});

describe('helpForPath', () => {
  it('prefers the page named literally to the one with a place for an id', () => {
    expect(helpForPath('/contracts/new')?.id).toBe('choose-item');
    expect(helpForPath('/contracts/0190')?.id).toBe('contract');
    expect(helpForPath('/contracts/0190/edit')?.id).toBe('contract-form');
  });

  it('does not mind a slash at the end', () => {
    expect(helpForPath('/plan/')?.id).toBe('plan');
  });
});

describe('nearestHelp', () => {
  it('gives the area its help where a page has none of its own', () => {
    expect(nearestHelp('/contracts/0190/unheard/of')?.id).toBe('contracts');
    expect(nearestHelp('/unheard')).toBeNull();
  });
});

describe('SHEET_IDS', () => {
  it('are ten texts that exist', () => {
    expect(SHEET_IDS).toHaveLength(10);
    expect(SHEET_IDS.filter((id) => helpById(id) === null)).toEqual([]);
  });
});
