// Backups 备份 in words: why one was made, what is inside, how it stands beside this machine, what came of restoring it.

import type { BackupReason } from '#shared/backup/manifest';
import type { BackupState, BackupView, Examination, RestoreReport } from '#shared/ipc/backup';
import { sentenceOf } from './errors';

export const REASON_LABELS: Readonly<Record<BackupReason, string>> = { daily: '每日', sealed: '报送后', asked: '手动', replaced: '替换前' };

const OLD_AFTER_DAYS = 3;
const DAY_MS = 86_400_000;

export interface BackupWorry {
  readonly about: 'none' | 'old' | 'failed' | 'unreachable' | 'same-disk';
  /** In a few words. */
  readonly short: string;
  readonly what: string;
  readonly next: string;
}

/** What is wrong with the backups, the worst first. */
export function backupWorries({ chosen, last, sameDisk, trouble, folder }: BackupState, now: number): readonly BackupWorry[] {
  const worries: BackupWorry[] = [];
  if (trouble !== null) {
    const { what, next } = sentenceOf(trouble);
    worries.push({ about: 'failed', short: '上次没有备份成', what: `上次没有备份成：${what}`, next });
  }
  // The folder beside the data is made with the first backup; one that was chosen is there, or cannot be reached.
  const unreachable = sameDisk === null && (chosen || last !== null);
  if (unreachable) {
    worries.push({ about: 'unreachable', short: '备份文件夹打不开', what: `备份文件夹“${folder}”现在打不开。`, next: '请插好存放备份的磁盘，或点“更换备份文件夹”另选一处。' });
  } else if (last === null) worries.push({ about: 'none', short: '还没有备份', what: '还没有备份。', next: '现在磁盘损坏，数据就找不回来。请点“立即备份”。' });
  if (last !== null) {
    const days = Math.floor((now - Date.parse(last.madeAt)) / DAY_MS);
    if (days >= OLD_AFTER_DAYS) worries.push({ about: 'old', short: `已 ${String(days)} 天没有备份`, what: `已经 ${String(days)} 天没有备份。`, next: '这之后写入的内容还没有备份。请点“立即备份”。' });
  }
  if (sameDisk === true) {
    worries.push({ about: 'same-disk', short: '备份与数据在同一块磁盘', what: '备份与数据在同一块磁盘上。', next: '这块磁盘损坏时会一起丢失。请点“更换备份文件夹”选另一块磁盘，或经常“备份到优盘或其他文件夹”。' });
  }
  return worries;
}

const many = (count: number, unit: string) => `${count.toLocaleString('zh-CN')} ${unit}`;

/** What is inside, in the order of the work. */
export function countWords({ counts }: Pick<BackupView, 'counts'>): readonly (readonly [term: string, count: string])[] {
  return [
    ['计划项目', many(counts.planItems, '个')],
    ['审定', many(counts.decisions, '件')],
    ['合同', many(counts.contracts, '份')],
    ['验收', many(counts.acceptances, '次')],
    ['草稿', many(counts.drafts, '份')],
    ['附件', many(counts.attachments, '个')],
    ['日志', many(counts.lines, '条')],
  ];
}

/** How a backup stands beside what this machine has, a sentence each. */
export function comparisonWords({ present, gained, kept, dropped, unreadable, files, needless }: Examination): readonly string[] {
  if (present === 'none') return ['本机还没有单位。恢复后，本机就是这份备份的单位，备份里的内容全部装入。'];
  if (needless) {
    return ['本机的数据完好，备份里有的内容本机都有，不需要恢复。', ...(kept > 0 ? [`备份之后本机又写入了 ${many(kept, '条')}日志，都完好。`] : [])];
  }
  const words: string[] = [present === 'sound' ? '本机的数据现在能够打开。' : '本机的数据有损坏，现在打不开。'];
  if (gained > 0) words.push(`备份里有 ${many(gained, '条')}日志是本机没有的，恢复后找回。`);
  if (kept > 0) words.push(`备份之后本机又写入的日志，有 ${many(kept, '条')}读得出来，恢复后保留。`);
  if (dropped > 0) words.push(`本机有 ${many(dropped, '条')}日志与备份对不上，恢复后不再作数，原样另存一份。`);
  if (unreadable > 0) words.push(`备份之后写入的日志，有 ${many(unreadable, '条')}已经损坏、读不出来，恢复后要重新录入。`);
  if (files > 0) words.push(`有 ${many(files, '个')}附件或数据包本机没有或已经损坏，用备份里的补上。`);
  if (gained + dropped + unreadable + files === 0) words.push('日志和附件一样不少；恢复补齐的是本机缺少或损坏的其他文件。');
  return words;
}

/** What the bundles in a chosen folder give. */
export function bundlesWords(folder: string, { fromBundles }: Pick<Examination, 'fromBundles'>): string {
  return fromBundles > 0
    ? `“${folder}”里本单位导出的数据包完好，可以从中找回 ${many(fromBundles, '条')}日志。`
    : `“${folder}”里没有本单位在备份之后导出的完好的数据包。`;
}

/** Whether others may hold lines of this station that it no longer knows: nothing after the backup was there to be kept, or not all of it. */
export function mayLackSent({ kept, fromBundles, unreadable, dropped }: Pick<RestoreReport, 'kept' | 'fromBundles' | 'unreadable' | 'dropped'>): boolean {
  return kept + fromBundles === 0 || unreadable > 0 || dropped > 0;
}
