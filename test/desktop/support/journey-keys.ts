// Hands on the keyboard: fields found by their labels, choices made by typing, moving on by Tab. No selector by class or id.

import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

type Scope = Page | Locator;

/** The control under exactly this label; a mark of obligation beside the label is not part of it. */
export function field(scope: Scope, label: string): Locator {
  return scope.getByLabel(new RegExp(`^${escaped(label)}＊?$`));
}

/** Types a text into a field as an input method commits it. */
export async function type(scope: Scope, label: string, text: string): Promise<void> {
  await typeInto(field(scope, label), text);
}

export async function typeInto(control: Locator, text: string): Promise<void> {
  await control.focus();
  const page = control.page();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Picks from a list by typing what it says and pressing Enter. */
export async function choose(scope: Scope, label: string, text: string): Promise<void> {
  await chooseFrom(field(scope, label), text);
}

export async function chooseFrom(box: Locator, text: string): Promise<void> {
  const page = box.page();
  await box.focus();
  if ((await box.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('ArrowDown');
  await box.and(page.locator('[aria-expanded="true"]')).waitFor();
  if ((await box.getAttribute('readonly')) === null) await page.keyboard.insertText(text);
  const options = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
  await options.filter({ hasText: text }).first().waitFor();
  const active = options.and(page.locator('.ant-select-item-option-active')).filter({ hasText: text });
  // A list that cannot be searched is gone through with the arrow.
  for (let step = 0; step < 60 && (await active.count()) === 0; step++) await page.keyboard.press('ArrowDown');
  await active.waitFor();
  await page.keyboard.press('Enter');
}

/** Presses a button from the keyboard. */
export async function press(scope: Scope, name: string | RegExp): Promise<void> {
  const button = typeof name === 'string' ? scope.getByRole('button', { name, exact: true }) : scope.getByRole('button', { name });
  await expect.poll(() => button.isEnabled(), { timeout: 20_000 }).toBe(true);
  await button.focus();
  await button.page().keyboard.press('Enter');
}

/** Ticks a box with the space bar, unless it is ticked. */
export async function tick(scope: Scope, name: string | RegExp): Promise<void> {
  const box = scope.getByRole('checkbox', { name });
  await box.waitFor();
  if (await box.isChecked()) return;
  await box.focus();
  await box.page().keyboard.press('Space');
  await expect.poll(() => box.isChecked()).toBe(true);
}

/** Picks one of a few radio buttons with the space bar. */
export async function pick(scope: Scope, name: string): Promise<void> {
  const radio = scope.getByRole('radio', { name, exact: true });
  await radio.focus();
  await radio.page().keyboard.press('Space');
  await expect.poll(() => radio.isChecked()).toBe(true);
}

/** Moves on with Tab alone until this control has the focus. */
export async function tabTo(control: Locator, most = 40): Promise<void> {
  const page = control.page();
  const element = await control.elementHandle();
  for (let pressed = 0; pressed < most; pressed++) {
    if (await page.evaluate((wanted) => wanted === document.activeElement, element)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(control)} within ${String(most)} steps`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
