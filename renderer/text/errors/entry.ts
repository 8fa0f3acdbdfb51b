// The form of an error's words, and the half-sentences that many share.

import type { Failure } from '#shared/base/result';

export type Evidence = NonNullable<Failure['evidence']>;

/** What happened (from the evidence where it says more), whether the data is safe, what to do next. */
export type ErrorEntry = readonly [what: string | ((evidence: Evidence) => string), safety: string, next: string];
export type ErrorEntries = Readonly<Record<string, ErrorEntry>>;

export const SAVED = '此前显示“已保存”的内容都在。';
export const NOT_SAVED = '刚才的内容尚未保存，仍在页面上。';
export const NOTHING_STORED = '没有存入任何内容，原有数据未受影响。';
export const NOT_SENT = '没有生成数据包，原有数据未受影响。';
export const UNTOUCHED = '程序没有改动任何文件。';
export const FROM_SENDER = '请联系发送单位重新导出后再接收。';
export const KEEP_FOLDER = '请不要删除数据文件夹，先从备份恢复；没有备份的，复制数据文件夹后联系维护人员。';
export const REPORT = '请重试一次；如再次出现，请把编号告知维护人员。';

export function said(evidence: Evidence, key: string): string {
  return String(evidence[key] ?? '');
}

/** Whole seconds of `waitMs`, rounded up. */
export function seconds(evidence: Evidence): string {
  return String(Math.ceil(Number(evidence['waitMs'] ?? 0) / 1000));
}
