// The finance office at its window: one project after another decided with its reason, the rest in one go.

import { expect } from 'vitest';
import type { DecisionOutcome } from '#shared/domain/decision';
import { formatYuan } from '#shared/base/money';
import type { PlanItem } from '#shared/domain/plan-item';
import { OUTCOME_LABELS } from '../../../renderer/text/standing';
import { choose, press, tabTo, tick, type } from './journey-keys';
import type { JourneyStation } from './journey-station';

export interface Ruling {
  readonly outcome: DecisionOutcome;
  /** What a cut grants. */
  readonly amountFen?: number;
  readonly opinion: string;
  readonly documentNumber: string;
  /** An opinion beside one field: its label on the sheet and the words. */
  readonly fieldOpinion?: readonly [label: string, words: string];
}

/** Opens the first pending project, which must be this one, and decides it. */
export async function decideFirst(station: JourneyStation, item: PlanItem, ruling: Ruling): Promise<void> {
  const { page } = station;
  await station.goTo('计划审定');
  const rows = page.getByRole('grid', { name: /^送审项目/ });
  await rows.getByRole('row').nth(1).getByText(item.number, { exact: true }).waitFor();
  await tabTo(rows);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: item.name }).waitFor();
  const form = page.getByRole('form', { name: '审定' });

  if (ruling.fieldOpinion !== undefined) {
    const [label, words] = ruling.fieldOpinion;
    await press(form, `对“${label}”提意见`);
    const box = form.getByRole('textbox', { name: `对“${label}”的意见` });
    await tabTo(box);
    await page.keyboard.insertText(words);
  }
  if (ruling.outcome !== 'approved') await choose(form, '审定结果', OUTCOME_LABELS[ruling.outcome]);
  if (ruling.amountFen !== undefined) await type(form, '审定金额', formatYuan(ruling.amountFen));
  await type(form, '批复文号', ruling.documentNumber);
  if (ruling.opinion !== '') await type(form, '审定意见', ruling.opinion);
  await station.shoot(`审定-${item.number}-${OUTCOME_LABELS[ruling.outcome]}`);
  await press(form, '作出审定');
  const ask = page.getByRole('dialog').filter({ hasText: `${OUTCOME_LABELS[ruling.outcome]}：${item.name}` });
  await ask.waitFor();
  await press(ask, '确定');
  await page.getByRole('heading', { name: '计划审定' }).waitFor();
  await expect.poll(() => rows.getByText(item.number, { exact: true }).count(), { timeout: 20_000 }).toBe(0);
}

/** Approves all that is still pending under one document number. */
export async function approveRest(station: JourneyStation, count: number, documentNumber: string): Promise<void> {
  const { page } = station;
  await station.goTo('计划审定');
  await tick(page, '全选');
  await press(page, `批量审定（${String(count)}）`);
  const dialog = page.getByRole('dialog', { name: `批量审定 ${String(count)} 项` });
  await dialog.waitFor();
  await type(dialog, '批复文号', documentNumber);
  await station.shoot(`批量审定-${String(count)}项`);
  await press(dialog, `确定${OUTCOME_LABELS.approved}`);
  await dialog.waitFor({ state: 'hidden', timeout: 120_000 });
  await page.getByText('没有待审定的项目').waitFor({ timeout: 60_000 });
}
