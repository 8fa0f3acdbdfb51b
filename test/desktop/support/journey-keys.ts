// Hands on the keyboard: fields found by their labels, choices made by typing, moving on by Tab. No selector by class or id.

import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

type Scope = Page | Locator;

/** The control under exactly this label; a mark of obligation beside the label is not part of it. */
export function field(scope: Scope, label: string): Locator {
  const labelled = scope.getByLabel(new RegExp(`^${escaped(label)}＊?$`));
  // A panel may have its control's name.
  return labelled.and(labelled.page().locator(':not(section)'));
}

/** Types a text into a field as an input method commits it. */
export async function type(scope: Scope, label: string, text: string): Promise<void> {
  await typeInto(field(scope, label), text);
}

export async function typeInto(control: Locator, text: string): Promise<void> {
  await tabTo(control);
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
  await tabTo(box);
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
  // An empty screen repeats the button that leads on: either does the same.
  const button = (typeof name === 'string' ? scope.getByRole('button', { name, exact: true }) : scope.getByRole('button', { name })).first();
  await expect.poll(() => button.isEnabled(), { timeout: 20_000 }).toBe(true);
  await tabTo(button);
  await button.page().keyboard.press('Enter');
}

/** Ticks a box with the space bar, unless it is ticked. */
export async function tick(scope: Scope, name: string | RegExp): Promise<void> {
  const box = scope.getByRole('checkbox', { name });
  await box.waitFor();
  if (await box.isChecked()) return;
  await tabTo(box);
  await box.page().keyboard.press('Space');
  await expect.poll(() => box.isChecked()).toBe(true);
}

/** Picks one of a few radio buttons: Tab stops once at the group, the arrows go on inside it. */
export async function pick(scope: Scope, name: string): Promise<void> {
  const radio = scope.getByRole('radio', { name, exact: true });
  const group = radio.locator('xpath=ancestor::*[@role="radiogroup"][1]').getByRole('radio');
  const { keyboard } = radio.page();
  const held = group.and(radio.page().locator(':checked'));
  const anyHeld = (await held.count()) > 0;
  await tabTo(anyHeld ? held : group.first());
  if (!anyHeld) await keyboard.press('Space');
  for (let left = await group.count(); left > 0 && !(await radio.isChecked()); left--) await keyboard.press('ArrowDown');
  await expect.poll(() => radio.isChecked()).toBe(true);
}

/** Picks from a system list box with the arrows. */
export async function chooseNative(box: Locator, label: string): Promise<void> {
  const { keyboard } = box.page();
  await tabTo(box);
  await keyboard.press('Home');
  const chosen = () => box.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label);
  for (let left = await box.locator('option').count(); left > 0 && (await chosen()) !== label; left--) await keyboard.press('ArrowDown');
  expect(await chosen()).toBe(label);
}

/** Moves with Tab, or back with Shift+Tab, until this control has the focus: nothing is reached that a hand on the keyboard could not reach. */
export async function tabTo(control: Locator, most = 300): Promise<void> {
  const page = control.page();
  // Attached, not visible: the kit draws its radio buttons and boxes over hidden inputs.
  await control.waitFor({ state: 'attached' });
  for (let pressed = 0; pressed < most; pressed++) {
    const way = await control.evaluate((wanted) => {
      const here = document.activeElement ?? document.body;
      if (wanted === here) return 'there';
      return (here.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 && here !== document.body ? 'back' : 'on';
    });
    if (way === 'there') return;
    await page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`Tab does not reach ${String(control)} within ${String(most)} steps`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
