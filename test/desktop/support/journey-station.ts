// One station of the journey at its window: set-up, sign-in, moving between areas, restart. It knows nothing of the business.

import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { OFFICE_LABELS } from '../../../renderer/text/office';
import { launchStation, type LaunchedStation } from './launch';
import type { Evidence } from './journey-evidence';
import { choose, chooseNative, field, pick, press, tabTo, tick, type, typeInto } from './journey-keys';
import type { Office, Person } from './journey-offices';

export interface Identity {
  readonly stationId: string;
  readonly fingerprint: string;
  /** Record ids of the operators, in the order of the office's people. */
  readonly operators: readonly string[];
  readonly publicKey: string;
}

export class JourneyStation {
  private constructor(
    readonly office: Office,
    readonly dataFolder: string,
    readonly evidence: Evidence,
    private launched: LaunchedStation,
  ) {}

  static async start(office: Office, dataFolder: string, evidence: Evidence): Promise<JourneyStation> {
    return new JourneyStation(office, dataFolder, evidence, await launchStation({ dataFolder }));
  }

  get page(): Page {
    return this.launched.page;
  }

  get app(): LaunchedStation['app'] {
    return this.launched.app;
  }

  async close(): Promise<void> {
    await this.launched.close();
  }

  /** Starts the same station again; `meanwhile` runs while its process is gone. */
  async restart(meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
    await this.close();
    await meanwhile();
    this.launched = await launchStation({ dataFolder: this.dataFolder });
  }

  async shoot(title: string): Promise<void> {
    await this.evidence.shoot(this.page, `${this.office.name}-${title}`);
  }

  /** First run, screen by screen; leaves the sign-in screen. Gives back the recovery code and fingerprint shown on the sheet. */
  async setUp(): Promise<{ readonly recoveryCode: string; readonly fingerprint: string }> {
    const { page, office } = this;
    await tick(page, /本单位声明/);
    await this.shoot('设置-保密声明');
    await press(page, '下一步');

    await pick(page, OFFICE_LABELS[office.kind]);
    await choose(page, '盟市', office.league);
    if (office.county !== undefined) await choose(page, '旗县（市、区）', office.county);
    await type(page, '单位全称', office.name);
    await type(page, '统一社会信用代码', office.uscc);
    await this.shoot('设置-单位');
    await press(page, '下一步');

    for (const [index, { name, post, password }] of office.people.entries()) {
      await type(page, `第 ${String(index + 1)} 人　姓名`, name);
      await typeInto(field(page, '职务').nth(index), post);
      await typeInto(field(page, '口令').nth(index), password);
      await typeInto(field(page, '再输一次').nth(index), password);
    }
    await this.shoot('设置-经办人');
    await press(page, '下一步');

    const passphrase = field(page, '密钥口令');
    await passphrase.waitFor();
    // Nobody has left it empty yet.
    expect(await passphrase.getAttribute('aria-invalid')).not.toBe('true');
    await type(page, '密钥口令', office.passphrase);
    await type(page, '再输一次', office.passphrase);
    await this.shoot('设置-密钥');
    await press(page, '完成设置');

    const recoveryCode = page.getByTestId('recovery-code');
    await recoveryCode.waitFor({ timeout: 60_000 });
    const sheet = { recoveryCode: await textOf(recoveryCode), fingerprint: await described(page, '密钥指纹') };
    await this.shoot('设置-恢复单');
    await tick(page, /恢复单已打印或抄写/);
    await press(page, '进入登录');
    await page.getByRole('button', { name: '登录' }).waitFor();
    return sheet;
  }

  /** Signs in, or hands the station over to another operator. */
  async signIn(person: Person): Promise<void> {
    const { page } = this;
    const leave = page.getByRole('button', { name: '锁定退出' });
    const enter = page.getByRole('button', { name: '登录', exact: true });
    await leave.or(enter).waitFor();
    if (await leave.isVisible()) await press(page, '锁定退出');
    await enter.waitFor();
    await chooseNative(page.getByLabel('经办人'), `${person.name}（${person.post}）`);
    await type(page, '口令', person.password);
    await page.keyboard.press('Enter');
    await leave.waitFor({ timeout: 30_000 });
    await page.getByRole('complementary').getByText(person.name).waitFor();
  }

  /** Opens an area of work; the tables have caught up once its heading stands. */
  async goTo(area: string, heading = area): Promise<void> {
    const link = this.page.getByRole('navigation', { name: '业务' }).getByRole('link', { name: area, exact: true });
    await tabTo(link);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('heading', { name: heading, exact: true }).first().waitFor({ timeout: 60_000 });
  }

  /** Presses a button whose work signs: gives the passphrase when the key is still closed. */
  async pressWithKey(name: string | RegExp): Promise<void> {
    const locked = await this.page.getByRole('complementary').getByText('密钥未打开').isVisible();
    await press(this.page, name);
    if (!locked) return;
    const dialog = this.page.getByRole('dialog', { name: '输入密钥口令' });
    await dialog.waitFor();
    await type(dialog, '密钥口令', this.office.passphrase);
    await this.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden', timeout: 30_000 });
  }

  /** Where every official journal held here stands, other offices' included. */
  async heads(): Promise<readonly object[]> {
    return this.page.evaluate(async () => {
      const { desk } = window as unknown as { desk: { journalHeads(request: object): Promise<{ value: readonly { readonly chain: string }[] }> } };
      return (await desk.journalHeads({})).value.filter(({ chain }) => chain === 'official');
    });
  }

  /** Every row of every table in the page's database, in order of key. */
  async tables(): Promise<Readonly<Record<string, readonly unknown[]>>> {
    return this.page.evaluate(async () => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => { resolve(request.result); };
          request.onerror = () => { reject(request.error ?? new Error('read failed')); };
        });
      const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${String(value)}n` : value);
      const found: Record<string, unknown[]> = {};
      for (const { name } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name ?? ''));
        for (const store of database.objectStoreNames) {
          found[`${name ?? ''}/${store}`] = (await done(database.transaction(store).objectStore(store).getAll())).map((row): unknown => JSON.parse(JSON.stringify(row, plain)));
        }
        database.close();
      }
      return found;
    });
  }

  /** What the page's own door says of this station. */
  async identity(): Promise<Identity> {
    const state = await this.page.evaluate(async () => {
      const { desk } = window as unknown as { desk: { stationState(request: object): Promise<{ value: StateOnThePage }> } };
      return (await desk.stationState({})).value;
    });
    return {
      stationId: state.station.stationId,
      publicKey: state.station.publicKey,
      fingerprint: state.fingerprint,
      operators: this.office.people.map(({ name }) => state.operators.find((one) => one.name === name)?.id ?? ''),
    };
  }
}

interface StateOnThePage {
  readonly station: { readonly stationId: string; readonly publicKey: string };
  readonly fingerprint: string;
  readonly operators: readonly { readonly id: string; readonly name: string }[];
}

export async function textOf(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? '').trim();
}

/** The description that stands beside a term of a definition list. */
export async function described(scope: Page | Locator, term: string): Promise<string> {
  const found = scope.getByRole('definition').filter({ has: scope.locator(`xpath=self::*[preceding-sibling::dt[1][normalize-space()="${term}"]]`) });
  await expect.poll(() => found.count()).toBeGreaterThan(0);
  return textOf(found.first());
}
