// Looks for what runs out of its room.

import type { Page } from 'playwright';

/** What is wider than its room without being a table that scrolls by itself. */
export async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('.desk-main, .page-header, .page-body, .panel, .sidebar, .training-band, .restore-card, .restore-body')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.className || element.tagName} ${String(element.scrollWidth)} > ${String(element.clientWidth)}`),
  );
}
