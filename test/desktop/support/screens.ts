// The screens there are, and how a test that goes over all of them gets in and waits for each.

import type { Page } from 'playwright';
import type { Seat } from '#shared/ipc/seats';

const AREAS = ['home', 'catalogue', 'clauses', 'plan', 'contracts', 'acceptances', 'exchange/send', 'exchange/receive', 'exchange/paper', 'exchange/directory', 'bin', 'station', 'help'];
export const UNIT_SCREENS = [...AREAS, 'plan?year=2026', 'plan/import?year=2026', 'contracts/new', 'acceptances/new', 'print/plan?year=2026', 'help/keys', 'help/sheets'];
export const COUNTY_SCREENS = [...AREAS, 'review', 'review?year=2026', 'summary', 'print/decisions?year=2026'];
/** A record of each kind: the first row of its list, opened as a person would. */
export const RECORDS: Readonly<Record<Seat, readonly string[]>> = { 'unit-1': ['contracts', 'acceptances'], 'unit-2': [], county: ['review'] };

export async function signIn(page: Page, password: string): Promise<void> {
  await page.evaluate(async (word) => {
    const state = await window.desk?.stationState({});
    const operatorId = state?.ok === true ? state.value.operators[0]?.id : undefined;
    if (operatorId !== undefined) await window.desk?.signIn({ operatorId, password: word });
  }, password);
  await page.reload();
  await page.getByRole('navigation', { name: '业务' }).waitFor();
}

export async function show(page: Page, screen: string): Promise<void> {
  await page.evaluate((path) => {
    document.querySelector('h1')?.setAttribute('data-left', '');
    location.hash = `#/${path}`;
  }, screen);
  // A screen comes when its code has: until then the former one stands, and its area is the current one.
  await page.waitForFunction((area) => {
    const link = document.querySelector(`nav a[href$="#/${area}"]`);
    const arrived = link === null ? document.querySelector('h1:not([data-left])') !== null : link.getAttribute('aria-current') === 'page';
    return arrived && document.querySelector('h1') !== null;
  }, screen.split(/[/?]/)[0] ?? '');
  await settled(page);
}

/** Nothing is being opened and nothing has changed for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let quiet = setTimeout(resolve, 400);
        new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(resolve, 400);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(resolve, 5000);
      }),
  );
}
