// Papers in a real Electron: what the preview shows is what the PDF holds, page by page; Word files open in LibreOffice; text stays text.

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordId, type RecordId, type Sm3Hex, type StationId } from '#shared/base/ids';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import type { Change } from '#shared/ipc/contract';
import { methodsForServices, PROCUREMENT_METHODS } from '#shared/policy/code-lists';
import { countyRequest, PASSWORD, unitRequest } from '../electron/station/support';
import { decision, planItem, put } from '../renderer/data/support/records';
import { seriousFindings } from './support/axe';
import { createEvidence } from './support/journey-evidence';
import { press, type } from './support/journey-keys';
import { answerDialog, type LaunchedStation, launchStation } from './support/launch';
import { characters, type PdfFacts, readPdf, wordToPdf } from './support/paper-files';

type Reply = { ok: boolean; value: unknown; error?: { code: string } };
type DeskOnThePage = { readonly desk: Readonly<Record<string, (request: unknown) => Promise<Reply>>> };

const evidence = createEvidence();
/** All that a service may be procured by. */
const METHODS = methodsForServices('2026-03-01');
/** Rows of the long plan table. */
const ROWS = 300;
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>&amp;{{7*7}}';

let dataFolder: string;
let station: LaunchedStation;
let page: Page;
let contractId: RecordId;
let acceptanceId: RecordId;
let rareId: RecordId;

async function call<Value>(name: string, request: unknown): Promise<Value> {
  const reply = await page.evaluate(async ([which, what]) => (window as unknown as DeskOnThePage).desk[which]?.(what), [name, request] as const);
  expect(reply, `${name}: ${JSON.stringify(reply?.error)}`).toMatchObject({ ok: true });
  return reply?.value as Value;
}

async function commit(changes: readonly Change[]): Promise<readonly Sm3Hex[]> {
  const { lines } = await call<{ lines: { hash: Sm3Hex }[] }>('commit', { chain: 'official', changes });
  return lines.map(({ hash }) => hash);
}

async function shoot(title: string): Promise<void> {
  for (const [width, height] of [[1366, 768], [1093, 614]] as const) {
    await station.app.evaluate(({ BrowserWindow }, [w, h]) => {
      const [first] = BrowserWindow.getAllWindows();
      first?.setMinimumSize(w, h);
      first?.setContentSize(w, h);
    }, [width, height] as const);
    await page.waitForFunction((wanted) => innerWidth === wanted, width);
    await evidence.shoot(page, `${title}-${String(width)}`);
  }
}

/** Opens a preview and waits for its last sheet; gives the text of every sheet. */
async function preview(path: string): Promise<readonly string[]> {
  // By way of another screen: the paper looked at before would stay until the next one is laid out, and its words with it.
  await page.evaluate(() => { location.hash = '/home'; });
  await page.locator('.paper-sheets').waitFor({ state: 'detached' });
  await page.evaluate((hash) => { location.hash = hash; }, path);
  await page.locator('.paper-sheets > .paper-sheet').first().waitFor({ timeout: 120_000 });
  await page.getByRole('status').filter({ hasText: /^共 \d+ 页$/ }).waitFor({ timeout: 120_000 });
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.paper-sheets > .paper-sheet')].map((sheet) => sheet.textContent));
}

async function savePdf(name: string): Promise<PdfFacts> {
  const path = join(dataFolder, `${name}.pdf`);
  await answerDialog(station.app, { save: path });
  await press(page, '另存为 PDF');
  await expect.poll(async () => (await stat(path).catch(() => null))?.size ?? 0, { timeout: 60_000 }).toBeGreaterThan(1000);
  await evidence.keep(path, name);
  return readPdf(path);
}

function expectSame(pdf: PdfFacts, sheets: readonly string[]): void {
  expect(pdf.pages.map(characters)).toEqual(sheets.map(characters));
}

/** Sheets on which something reaches into the foot or beyond the sides: it would be cut off. */
async function overflowing(): Promise<readonly number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.paper-sheets > .paper-sheet')].flatMap((sheet, index) => {
      const area = sheet.querySelector('.paper-area');
      const foot = sheet.querySelector('.paper-foot');
      if (area === null || foot === null) return [index];
      const lowest = area.lastElementChild?.getBoundingClientRect().bottom ?? 0;
      return lowest > foot.getBoundingClientRect().top || area.scrollWidth > area.clientWidth + 2 ? [index] : [];
    }),
  );
}

/** On how many lines each of these texts stands in its cell of the first sheets. */
function linesOf(texts: readonly string[]): Promise<readonly number[]> {
  return page.locator('.paper-sheets').evaluate((sheets, wanted) =>
    wanted.map((text) => {
      const cell = [...sheets.querySelectorAll('td')].find(({ textContent }) => textContent === text);
      if (cell === undefined) return 0;
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }), texts);
}

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'desk-data-'));
  station = await launchStation({ dataFolder });
  page = station.page;
  await call('createStation', countyRequest);
  const state = await call<{ station: { stationId: StationId }; operators: { id: RecordId }[] }>('stationState', {});
  const { stationId } = state.station;
  const [handler, accepter] = state.operators.map(({ id }) => id) as [RecordId, RecordId];
  const newId = () => createRecordId(stationId, (size) => randomBytes(size));
  await call('signIn', { operatorId: handler, password: PASSWORD });

  const buyerId = newId();
  const items = Array.from({ length: ROWS }, (_, index) => ({ id: newId(), index }));
  await commit([put('buyers', buyerId, 1, unitRequest.buyer ?? {})]);
  const hashes = await commit(
    items.map(({ id, index }) =>
      put('planItems', id, 1, planItem(handler, {
        buyerId,
        number: `2026-${String(index + 1).padStart(3, '0')}`,
        name: index === 0 ? HOSTILE : `居家养老上门服务（第 ${String(index + 1)} 片区）`,
        content: index === 0 ? `${HOSTILE}\n${'为城镇特困老年人每周上门两次，提供助餐、助洁和健康巡访。'.repeat(120)}` : '为六十岁以上独居老人上门服务，每周两次。'.repeat((index % 4) + 1),
        catalogueVersion: 'nmg-2014-80',
        catalogueCode: `${String((index % 5) + 1)}.01`,
        quantityE4: 10_000 * (index + 1),
        unit: '人次',
        unitPriceFen: 8550,
        amountFen: 8550 * (index + 1),
        method: METHODS[index % METHODS.length] ?? 'consultation',
        preparedBy: accepter,
      })),
    ),
  );
  const [item] = items;
  const [hash] = hashes;
  if (item === undefined || hash === undefined) throw new Error('there are items');
  const decisions = items.slice(0, 60).map(({ id, index }) => {
    const outcome = (['approved', 'cut', 'returned'] as const)[index % 3] ?? 'approved';
    const amountFen = outcome === 'returned' ? 0 : outcome === 'cut' ? 5000 * (index + 1) : 8550 * (index + 1);
    return put('decisions', newId(), 1, decision(id, 1, hashes[index] ?? hash, {
      outcome, amountFen, decidedOn: '2026-03-20', decidedBy: handler, opinion: index === 0 ? HOSTILE : '',
      fieldOpinions: index === 1 ? [{ field: 'unitPriceFen', opinion: '单价高于上年，请说明' }] : [],
    }));
  });
  await commit(decisions);

  contractId = newId();
  const contract: Contract = {
    planItemId: item.id,
    decisionId: decisions[0]?.id ?? newId(),
    number: 'HT-2026-017',
    name: '特困老年人居家上门服务',
    supplier: { name: '乌拉特旗夕阳红养老服务中心', uscc: '52150824MJ12345674', type: 'P1' },
    method: 'consultation',
    awardNoticeOn: '2026-04-01',
    signedOn: '2026-04-20',
    scope: '乌拉特旗城镇各社区特困老年人家中。',
    subject: `${HOSTILE}\n为城镇特困老年人每周上门两次，提供助餐、助洁和健康巡访，每次不少于一小时。`,
    quality: '服务合格率不低于 95%，服务对象满意率不低于 90%。'.repeat(12),
    startsOn: '2026-05-01',
    endsOn: '2027-04-30',
    paymentTerms: '分两期支付，验收合格后付清。',
    rights: { buyer: '按期付款，监督检查。', supplier: '按约服务，保护个人信息。', recipients: '如实反映情况，对服务评价。' },
    breach: '逾期一日按未履行部分万分之五支付违约金。'.repeat(8),
    lines: Array.from({ length: 24 }, (_, index) => ({
      lineNo: index + 1, name: `上门服务第 ${String(index + 1)} 片区`, requirement: '每次不少于一小时，逐次签字确认', quantityE4: 500_000, unit: '人次', unitPriceFen: 8550, amountFen: 427_500,
    })),
    amountFen: 10_260_000,
    schedule: [
      { kind: 1, dueOn: '2026-05-10', amountFen: 3_000_000, condition: '合同签订后十个工作日内' },
      { kind: 3, dueOn: '2027-05-15', amountFen: 7_260_000, condition: '最终验收合格后' },
    ],
    longTerm: { fixedContent: false, continuous: false, stableFunding: false, stablePrice: false },
    noAssignmentPromised: true,
    payeeName: '乌拉特旗夕阳红养老服务中心',
    payeeUscc: '52150824MJ12345674',
    acceptanceScheme: '每半年验收一次，抽查不少于两成服务对象。',
    lateReason: '',
    filingNumber: '乌财购备〔2026〕17号',
    attachments: [],
    handledBy: handler,
  };
  await commit([put('contracts', contractId, 1, contract)]);

  await call('signOut', {});
  await call('signIn', { operatorId: accepter, password: `${PASSWORD}-2` });
  acceptanceId = newId();
  const acceptance: Acceptance = {
    contractId,
    contractRev: 1,
    number: 'HT-2026-017-1',
    acceptedOn: '2026-09-01',
    lines: contract.lines.map(({ lineNo }) => ({ lineNo, deliveredE4: 500_000, acceptedE4: lineNo === 1 ? 485_000 : 500_000, actual: lineNo === 1 ? HOSTILE : '签字记录齐全', conforms: lineNo !== 1 })),
    members: [
      { name: '验收员', post: '民政局社会事务股股长', side: 'buyer' },
      { name: 'ᠪᠠᠲᠤ', post: '社区居民', side: 'recipient' },
    ],
    recipientOpinion: { asked: 50, content: 47, words: '总体满意，个别反映迟到。' },
    outcome: 'partly',
    payableFen: 10_131_750 - 31_750,
    deductionFen: 31_750,
    deductionReason: '合同违约责任：迟到三次',
    attachments: [],
    acceptedBy: accepter,
  };
  rareId = newId();
  // In GB 18030 and in the fonts here; in private use; not yet in any font.
  const rare = { ...acceptance, number: 'HT-2026-017-2', members: [...acceptance.members, { name: '王\u{2cb4e}\ue123明\u{323af}', post: '股长', side: 'buyer' as const }] };
  await commit([put('acceptances', acceptanceId, 1, acceptance), put('acceptances', rareId, 1, rare)]);
  await page.reload();
  await page.getByRole('heading', { name: '首页', exact: true }).waitFor();
});

afterAll(async () => {
  await evidence.finish();
  await station.close();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('the plan table', () => {
  it('prints from the list what the preview shows: A4 landscape, head on every page, sums in capitals', async () => {
    await page.evaluate(() => { location.hash = '/plan?year=2026'; });
    await press(page, '打印');
    const sheets = await preview('/print/plan?year=2026');
    await shoot('打印-计划表');
    expect(await overflowing()).toEqual([]);
    expect(await linesOf(METHODS.map((method) => PROCUREMENT_METHODS[method].label))).toEqual(METHODS.map(() => 1));
    const pdf = await savePdf('计划表');
    expect(pdf.size).toEqual([297, 210]);
    expectSame(pdf, sheets);
    for (const [index, text] of sheets.entries()) {
      expect(text).toContain('预算金额');
      expect(text).toContain(`第 ${String(index + 1)} 页 共 ${String(sheets.length)} 页`);
    }
    const all = sheets.join('');
    expect(all).toContain('全年合计 300 项3,860,325.00人民币叁佰捌拾陆万零叁佰贰拾伍元整');
    expect(all).toContain('（续）');
    // One in each sentence of the row that is broken over pages.
    expect(all.match(/巡/g)).toHaveLength(120);
    expect(all.match(/小计/g)).toHaveLength(5);
    expect(await page.title()).toBe('购服台');
  });

  it('is zoomed for the eye only', async () => {
    const width = () => page.locator('.paper-sheets > .paper-sheet').first().evaluate((sheet) => sheet.getBoundingClientRect().width);
    const fitted = await width();
    await page.keyboard.press('Control+-');
    expect(await width()).toBeLessThan(fitted);
    await page.keyboard.press('Control+=');
    await page.keyboard.press('Control+=');
    expect(await width()).toBeGreaterThan(fitted);
    const pdf = await savePdf('计划表-放大');
    expect(pdf.size).toEqual([297, 210]);
    await page.keyboard.press('Control+0');
    expect(await width()).toBeCloseTo(fitted, 0);
  });

  it('says that there is no printer instead of failing', async () => {
    await station.app.evaluate(({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows();
      if (first !== undefined) first.webContents.getPrintersAsync = () => Promise.resolve([]);
    });
    await page.keyboard.press('Control+p');
    await page.getByText('本机没有可用的打印机。').waitFor();
    await shoot('打印-没有打印机');
  });
});

describe('the mark on paper', () => {
  it('is compared with what is held: what a person types from the paper finds the record', async () => {
    await preview('/print/plan?year=2026');
    const words = await page.locator('.paper-mark-words').first().innerText();
    await page.evaluate(() => { location.hash = '/exchange/paper'; });
    await type(page, '二维码内容，或编号和 SM3', words);
    await press(page, '核对');
    await page.getByText('一致：纸件上的记录与本机现有的第 1 版相同。').waitFor();
    await shoot('核对纸件');
    await type(page, '二维码内容，或编号和 SM3', words.replace(/[0-9a-f](?=\s*$)/, (digit) => (digit === '0' ? '1' : '0')));
    await page.keyboard.press('Enter');
    await page.getByText('纸件是另一版打印的。').waitFor();
  });
});

describe('the decision table', () => {
  it('shows asked, approved and cut with the sum in capitals', async () => {
    const sheets = await preview('/print/decisions?year=2026');
    await shoot('打印-审定表');
    expect(await overflowing()).toEqual([]);
    expectSame(await savePdf('审定表'), sheets);
    const all = sheets.join('');
    expect(all).toContain('单价（元）：单价高于上年，请说明');
    expect(all).toContain('待审定 240 项');
  });
});

describe('the contract summary', () => {
  it('is an official page of GB/T 9704: 22 lines of 28 characters, page numbers right and left', async () => {
    const sheets = await preview(`/print/contracts/${contractId}`);
    await shoot('打印-合同');
    expect(await overflowing()).toEqual([]);
    const pdf = await savePdf('合同');
    expect(pdf.size).toEqual([210, 297]);
    expectSame(pdf, sheets);
    expect(sheets.map((text, index) => text.endsWith(`— ${String(index + 1)} —`))).not.toContain(false);
    expect(sheets.join('')).toContain('102,600.00 元（人民币壹拾万贰仟陆佰元整）');
    const lines = pdf.pages.flatMap((text) => text.split('\n').map((line) => line.replace(/\s/g, '')));
    expect(lines).toContain('履行部分万分之五支付违约金。逾期一日按未履行部分万分之五');
    const grid = await page.locator('.paper-area').first().evaluate((area) => {
      const { fontSize, lineHeight, width, height } = getComputedStyle(area);
      return [parseFloat(width) / parseFloat(fontSize), parseFloat(height) / parseFloat(lineHeight)].map((count) => Math.round(count * 100) / 100);
    });
    expect(grid).toEqual([28, 22]);
    // Two in each sentence of the paragraph that is broken over pages.
    expect(sheets.join('').match(/率/g)).toHaveLength(24);
    const side = await page.evaluate(() => [...document.querySelectorAll('.paper-foot > span')].map((number) => {
      const box = number.getBoundingClientRect();
      const sheet = number.closest('.paper-sheet')?.getBoundingClientRect();
      return sheet === undefined ? '' : box.left - sheet.left > sheet.width / 2 ? 'right' : 'left';
    }));
    expect(side.slice(0, 2)).toEqual(['right', 'left']);
  });

  it('is saved as a Word file that LibreOffice opens', async () => {
    const path = join(dataFolder, '合同.docx');
    await answerDialog(station.app, { save: path });
    await press(page, '另存为 Word');
    await expect.poll(async () => (await stat(path).catch(() => null))?.size ?? 0, { timeout: 60_000 }).toBeGreaterThan(1000);
    await evidence.keep(path, '合同');
    const opened = await readPdf(await wordToPdf(path, dataFolder));
    expect(opened.size).toEqual([210, 297]);
    expect(characters(opened.pages.join(''))).toContain(characters('贰'));
    expect(opened.pages.join('').replace(/\s/g, '')).toContain('人民币壹拾万贰仟陆佰元整');
    expect(opened.pages.join('').replace(/\s/g, '')).toContain(HOSTILE.replace(/\s/g, ''));
  });
});

describe('the acceptance certificate', () => {
  it('lays agreed and delivered side by side and names what is payable in capitals', async () => {
    const sheets = await preview(`/print/acceptances/${acceptanceId}`);
    await shoot('打印-验收单');
    expect(await overflowing()).toEqual([]);
    expectSame(await savePdf('验收单'), sheets);
    const all = sheets.join('');
    expect(all).toContain('101,000.00（人民币壹拾万壹仟元整）');
    expect(all).toContain('尚未导出');
    expect(all).toContain(HOSTILE);
  });

  it('is saved as a Word file that LibreOffice opens', async () => {
    const path = join(dataFolder, '验收单.docx');
    await answerDialog(station.app, { save: path });
    await press(page, '另存为 Word');
    await expect.poll(async () => (await stat(path).catch(() => null))?.size ?? 0, { timeout: 60_000 }).toBeGreaterThan(1000);
    await evidence.keep(path, '验收单');
    const opened = await readPdf(await wordToPdf(path, dataFolder));
    expect(opened.pages.join('').replace(/\s/g, '')).toContain('人民币壹拾万壹仟元整');
    expect(opened.pages.join('')).toContain(`共 ${String(opened.pages.length)} 页`);
  });
});

describe('the preview', () => {
  it('names the characters this machine has no glyph for, and none it has, Mongolian included', async () => {
    await preview(`/print/acceptances/${rareId}`);
    const notice = page.getByRole('alert').filter({ hasText: '本机字库没有' });
    await notice.waitFor();
    await shoot('打印-缺字');
    const words = (await notice.textContent()) ?? '';
    expect(words).toContain('其中 2 个字');
    expect(words).toContain('（U+E123）');
    expect(words).toContain('（U+323AF）');
    expect(await page.getByRole('button', { name: '打印', exact: true }).isEnabled()).toBe(true);
  });

  it('is light paper in a dark window at the largest text, and axe finds nothing in it', async () => {
    await call('writeSettings', { fontPercent: 150 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    const sheets = await preview(`/print/acceptances/${acceptanceId}`);
    await shoot('打印-深色大字');
    expect(await page.evaluate(() => document.documentElement.dataset['scheme'])).toBe('dark');
    expect(await page.locator('.paper-sheets > .paper-sheet').first().evaluate((sheet) => getComputedStyle(sheet).backgroundColor)).toBe('rgb(255, 255, 255)');
    expectSame(await savePdf('验收单-深色大字'), sheets);
    expect(await seriousFindings(page)).toEqual([]);
  });
});
