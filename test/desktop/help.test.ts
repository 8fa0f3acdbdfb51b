import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { countyRequest, unitRequest } from '../electron/station/support';
import { areasOf } from '../../renderer/app/routes';
import { nearestHelp } from '../../renderer/text/help/topics';
import { makeStation, signIn } from './support/fault-station';
import { freshFolder, launchStation } from './support/launch';
import { shoot } from './support/shots';

const panel = (page: Page) => page.getByRole('complementary', { name: /^帮助：/ });

describe('help', () => {
  it('opens with F1 on set-up and sign-in, closes with Esc and F1, and gives the keyboard back', async () => {
    const fresh = await launchStation({ dataFolder: await freshFolder() });
    await fresh.page.getByRole('heading', { name: /首次设置/ }).waitFor();
    await shoot(fresh.page, 'setup');
    await fresh.page.keyboard.press('F1');
    await expect.poll(() => panel(fresh.page).getByRole('heading', { level: 2 }).textContent()).toBe('帮助：首次设置');
    await shoot(fresh.page, 'setup-help');
    await fresh.page.keyboard.press('F1');
    await panel(fresh.page).waitFor({ state: 'detached' });
    await fresh.close();

    const { folder } = await makeStation(await freshFolder());
    const station = await launchStation({ dataFolder: folder });
    const { page } = station;
    await page.getByLabel('口令').focus();
    await page.keyboard.press('F1');
    await panel(page).getByText('每位经办人用自己的口令登录').waitFor();
    await shoot(page, 'sign-in-help', { dark: true });
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password');
    await station.close();
  });

  it.each([['unit', unitRequest], ['county', countyRequest], ['league', { ...countyRequest, officeKind: 'league' as const, regionCode: '150800', name: '巴彦淖尔市财政局' }]] as const)(
    'of a %s has a text for every area, and a clause of it opens the clause',
    async (kind, request) => {
      const { folder } = await makeStation(await freshFolder(), request);
      const station = await launchStation({ dataFolder: folder });
      const { page } = station;
      await signIn(page);
      for (const { path } of areasOf(kind).filter(({ unlisted }) => unlisted !== true)) {
        const title = nearestHelp(path)?.title ?? '';
        await page.evaluate((to) => { location.hash = to; }, path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        if (kind !== 'county') await shoot(page, `${kind}${path.replace('/', '-')}`, { dark: true });
        await page.keyboard.press('F1');
        await expect.poll(() => panel(page).getByRole('heading', { level: 2 }).textContent(), { message: path }).toBe(`帮助：${title}`);
        await page.keyboard.press('Escape');
        await panel(page).waitFor({ state: 'detached' });
      }
      await page.evaluate(() => { location.hash = '/summary'; });
      await page.getByRole('button', { name: /^帮助/ }).focus();
      await page.keyboard.press('Enter');
      await shoot(page, `${kind}-panel`, { dark: true });
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('help-button');

      await page.evaluate(() => { location.hash = '/catalogue'; });
      await page.keyboard.press('F1');
      await panel(page).getByRole('link', { name: '80号文 三（三）', exact: true }).click();
      const clause = page.getByRole('article', { name: '80号文 三（三）', exact: true });
      await clause.waitFor();
      expect(await clause.getAttribute('data-current')).toBe('true');
      await clause.getByText(/据此：检查 \d+ 项/).waitFor();
      await page.keyboard.press('F1');
      await panel(page).waitFor({ state: 'detached' });
      await shoot(page, `${kind}-clause`, { dark: true });
      await page.keyboard.press('Control+f');
      await page.keyboard.insertText('2020年');
      await page.getByRole('search').getByText(/第 1 处，共 [1-9]\d* 处/).waitFor();
      await shoot(page, `${kind}-search`, { dark: true });

      await page.evaluate(() => { location.hash = '/help/sheets'; });
      await page.getByText('共 10 页', { exact: true }).waitFor();
      await shoot(page, `${kind}-sheets`, { dark: true });
      await station.close();
    },
  );
});
