// Runs axe-core inside the page as it stands and tells what is serious, in words that name the element.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

interface AxeRun {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings; empty when there is none. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Evaluated, not added as a script: the page's own policy allows no foreign script, and stays as it is shipped.
  await page.evaluate(await source);
  const { violations } = await page.evaluate(
    () =>
      (globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<AxeRun> } }).axe.run(
        // The stamp across a sheet of the training profile is faint on purpose, and hidden from readers.
        { exclude: ['.paper-stamp'] },
        { resultTypes: ['violations'] },
      ),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${(failureSummary ?? '').split('\n')[1]?.trim() ?? ''}`));
}
