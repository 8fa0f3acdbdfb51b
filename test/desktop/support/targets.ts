// Measures what can be clicked by trying it: up and down from its middle, as far as the pointer still hits it.

import type { Page } from 'playwright';

/** Names of the targets in sight that are too low, with what was measured. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const LEAST = 32;
    /** Where lines of text or rows of a table set the height. */
    const LEAST_IN_TEXT = 24;
    const CLICKABLE = 'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=switch], [role=combobox], [role=menuitem]';

    const isSentence = (target: Element) => {
      const around = [...(target.parentElement?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
      return around && getComputedStyle(target).display.startsWith('inline');
    };
    const isDense = (target: Element) => target.closest('[role=grid], table') !== null;
    /** What takes the click for it: the kit draws fields and boxes around their inputs. */
    const bodyOf = (target: Element) =>
      target.closest('label, .ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-tabs-tab, .sheet-tick-target') ?? target;

    const found: string[] = [];
    for (const target of document.querySelectorAll<HTMLElement>(CLICKABLE)) {
      if (target.matches(':disabled, [aria-hidden=true] *, [inert] *') || !target.checkVisibility({ visibilityProperty: true })) continue;
      const body = bodyOf(target);
      body.scrollIntoView({ block: 'center', inline: 'center' });
      const box = body.getBoundingClientRect();
      const [x, y] = [box.left + Math.min(box.width, 12) / 2, box.top + box.height / 2];
      const hits = (at: number) => {
        const hit = document.elementFromPoint(x, at);
        return hit !== null && (body.contains(hit) || target.contains(hit));
      };
      // Covered, or cut off where it does not scroll.
      if (!hits(y)) continue;
      let [up, down] = [0, 0];
      while (up < LEAST && hits(y - up - 0.5)) up += 0.5;
      while (down < LEAST && hits(y + down + 0.5)) down += 0.5;
      const least = isSentence(body) || isDense(body) ? LEAST_IN_TEXT : LEAST;
      // Half a pixel at either end is lost to rounding.
      if (up + down >= least - 1) continue;
      const name = (target.getAttribute('aria-label') ?? body.textContent).trim().slice(0, 24);
      found.push(`${target.tagName.toLowerCase()}.${target.className} “${name}” ${String(up + down)} < ${String(least)}`);
    }
    return found;
  });
}
