// For everyone: every screen is judged by axe in light and in dark.
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { countyRequest, unitRequest } from '../electron/station/support';
import { seriousFindings } from './support/axe';
import { launchStation } from './support/launch';

const SCREENS = ['home', 'catalogue', 'plan', 'review', 'contracts', 'contracts/new', 'acceptances', 'summary', 'exchange/directory', 'exchange/send', 'exchange/receive', 'station'] as const;

async function signIn(page: Page, request: typeof unitRequest): Promise<void> {
  await page.evaluate(async (wanted) => {
    await window.desk?.createStation(wanted);
    const ready = await window.desk?.stationState({});
    const operatorId = ready?.ok === true ? ready.value.operators[0]?.id : undefined;
    if (operatorId !== undefined) await window.desk?.signIn({ operatorId, password: wanted.operators[0]?.password ?? '' });
  }, request);
  await page.reload();
  await page.getByRole('navigation', { name: '业务' }).waitFor();
}

/** Findings per screen, so that a failure names all of them at once. */
async function judge(page: Page, name: string, findings: Record<string, readonly string[]>): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await seriousFindings(page);
    if (found.length > 0) findings[`${name} (${colorScheme})`] = found;
  }
}

describe('every screen', () => {
  it.each([
    ['a purchasing unit', unitRequest],
    ['a county bureau', countyRequest],
  ] as const)('has nothing serious for axe, at %s', async (_name, request) => {
    const { page } = await launchStation();
    const findings: Record<string, readonly string[]> = {};
    await page.getByText('保密声明').first().waitFor();
    await judge(page, 'set-up', findings);
    await signIn(page, request);
    for (const screen of SCREENS) {
      await page.evaluate((path) => { location.hash = `#/${path}`; }, screen);
      await page.locator('h1').first().waitFor();
      await page.waitForTimeout(300);
      await judge(page, screen, findings);
    }
    expect(findings).toEqual({});
  });
});
