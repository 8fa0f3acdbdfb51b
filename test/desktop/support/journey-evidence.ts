// What a demonstration leaves behind: numbered screenshots, the bundle files and a short report. Without GOUFU_DEMO_OUT it keeps nothing.

import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';

export interface Evidence {
  /** A picture of the window as it stands. */
  shoot(page: Page, title: string): Promise<void>;
  /** A copy of a file that was carried. */
  keep(path: string, what: string): Promise<void>;
  /** A fact for the report's list of steps. */
  note(text: string): void;
  finish(): Promise<void>;
}

export function createEvidence(folder = process.env['GOUFU_DEMO_OUT']): Evidence {
  const startedAt = Date.now();
  const steps: string[] = [];
  const files: string[] = [];
  let shots = 0;
  const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(1);
  if (folder === undefined || folder === '') {
    return { shoot: async () => undefined, keep: async () => undefined, note: () => undefined, finish: async () => undefined };
  }
  const pictures = join(folder, 'screenshots');
  const bundles = join(folder, 'bundles');

  return {
    async shoot(page, title) {
      shots += 1;
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${String(shots).padStart(2, '0')}-${title}.png`), animations: 'disabled' });
    },
    async keep(path, what) {
      await mkdir(bundles, { recursive: true });
      await copyFile(path, join(bundles, basename(path)));
      const { size } = await stat(path);
      const sha256 = createHash('sha256').update(await readFile(path)).digest('hex');
      files.push(`| ${basename(path)} | ${what} | ${size.toLocaleString('zh-CN')} | \`${sha256}\` |`);
    },
    note(text) {
      steps.push(`| ${seconds()} | ${text} |`);
    },
    async finish() {
      await mkdir(folder, { recursive: true });
      const report = [
        '# 演示报告',
        '',
        `三个站点（旗单位、旗财政局、市财政局）在真实程序中走完全程，用时 ${seconds()} 秒，截图 ${String(shots)} 张（screenshots/）。`,
        '',
        '## 经过',
        '',
        '| 秒 | 做了什么 |',
        '|---:|---|',
        ...steps,
        '',
        '## 传递的文件（bundles/）',
        '',
        '| 文件 | 内容 | 字节 | SHA-256 |',
        '|---|---|---:|---|',
        ...files,
        '',
      ];
      await writeFile(join(folder, 'report.md'), report.join('\n'));
    },
  };
}
