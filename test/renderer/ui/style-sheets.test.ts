import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Selectors that are one class and nothing else, with the style sheets that give it its looks. */
function ownersOfClasses(): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const name of readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.css'))) {
    const file = join('renderer', name);
    const rules = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{/g);
    for (const [, selectors = ''] of rules) {
      for (const selector of selectors.split(',').map((one) => one.trim()).filter((one) => /^\.[\w-]+$/.test(one))) {
        owners.set(selector, (owners.get(selector) ?? new Set()).add(file));
      }
    }
  }
  return owners;
}

describe('the style sheets', () => {
  it('give no class its looks in two places: areas are loaded one after another, so which one wins would hang on the way taken', () => {
    const owners = ownersOfClasses();
    expect(owners.size).toBeGreaterThan(100);
    expect([...owners].filter(([, files]) => files.size > 1).map(([name, files]) => `${name}: ${[...files].join(', ')}`)).toEqual([]);
  });
});
