// Pictures of a screen for a person to look at, at the two sizes all screens are made for (1366×768, and the same at 125 % scaling);
// taken only where GOUFU_DEMO_OUT names a folder.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';

const SIZES = [{ width: 1093, height: 614 }, { width: 1366, height: 768 }] as const;

/** `dark`: in both colour schemes. The page ends in the larger size, and light. */
export async function shoot(page: Page, name: string, { dark = false } = {}): Promise<void> {
  const folder = process.env['GOUFU_DEMO_OUT'];
  if (folder === undefined || folder === '') return;
  await mkdir(folder, { recursive: true });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const scheme of dark ? (['dark', 'light'] as const) : [null]) {
      if (scheme !== null) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.waitForFunction((wanted) => document.documentElement.dataset['scheme'] === wanted, scheme);
      }
      await page.screenshot({ path: join(folder, `${name}-${String(size.width)}${scheme === null ? '' : `-${scheme}`}.png`), animations: 'disabled' });
    }
  }
}
