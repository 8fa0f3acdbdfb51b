import { describe, expect, it } from 'vitest';
import type { BackupState, Examination } from '#shared/ipc/backup';
import { backupWorries, bundlesWords, comparisonWords, mayLackSent } from '../../../renderer/text/backup-words';

const NOW = Date.parse('2026-11-30T02:00:00.000Z');
const madeBefore = (ms: number): BackupState['last'] => ({ madeAt: new Date(NOW - ms).toISOString(), reason: 'daily' });
const GOOD: BackupState = { folder: '/media/disk', chosen: true, sameDisk: false, last: madeBefore(3_600_000), held: 4, trouble: null, restored: null };
const about = (state: Partial<BackupState>) => backupWorries({ ...GOOD, ...state }, NOW).map((worry) => worry.about);
const DAY = 86_400_000;

describe('backupWorries', () => {
  it('has none over a fresh backup on another disk', () => {
    expect(about({})).toEqual([]);
  });

  it('counts whole days from the third on', () => {
    expect(about({ last: madeBefore(3 * DAY - 1) })).toEqual([]);
    expect(backupWorries({ ...GOOD, last: madeBefore(4 * DAY) }, NOW)).toMatchObject([{ about: 'old', short: '已 4 天没有备份' }]);
  });

  it('names what failed first, then that there is none, then the disk', () => {
    expect(about({ trouble: { code: 'backup.disk-full' }, last: null, sameDisk: true })).toEqual(['failed', 'none', 'same-disk']);
    expect(backupWorries({ ...GOOD, trouble: { code: 'backup.disk-full' } }, NOW)[0]?.what).toBe('上次没有备份成：存放备份的磁盘空间不足。');
  });

  it('says that the folder cannot be reached, the user\'s own also before anything lies in it', () => {
    expect(about({ sameDisk: null })).toEqual(['unreachable']);
    // The folder beside the data is made with the first backup.
    expect(about({ sameDisk: null, chosen: false, last: null })).toEqual(['none']);
    expect(about({ sameDisk: null, last: null })).toEqual(['unreachable']);
  });
});

const SAME: Examination = { present: 'sound', gained: 0, kept: 0, dropped: 0, fromBundles: 0, unreadable: 0, files: 0, needless: false };
const words = (changes: Partial<Examination>) => comparisonWords({ ...SAME, ...changes }).join('');

describe('comparisonWords', () => {
  it('says of a machine without a station that it becomes this one', () => {
    expect(words({ present: 'none', gained: 12 })).toContain('本机还没有单位');
  });

  it('says that there is no need where nothing is missing', () => {
    expect(words({ needless: true, kept: 3 })).toMatch(/不需要恢复。.*又写入了 3 条/);
  });

  it('says each count that is not zero, and no other', () => {
    const all = words({ present: 'damaged', gained: 1200, kept: 3, dropped: 2, unreadable: 1, files: 4 });
    for (const part of ['有损坏', '1,200 条日志是本机没有的', '3 条读得出来', '2 条日志与备份对不上', '1 条已经损坏', '4 个附件']) expect(all).toContain(part);
    expect(words({ present: 'damaged', kept: 3 })).not.toMatch(/对不上|已经损坏、|找回/);
  });

  it('says what is restored where no line and no file is missing', () => {
    expect(words({ present: 'damaged' })).toContain('补齐的是本机缺少或损坏的其他文件');
  });
});

describe('bundlesWords', () => {
  it('says what the bundles give, or that there are none of use', () => {
    expect(bundlesWords('E:\\', { fromBundles: 1200 })).toBe('“E:\\”里本单位导出的数据包完好，可以从中找回 1,200 条日志。');
    expect(bundlesWords('E:\\', { fromBundles: 0 })).toContain('没有本单位在备份之后导出的完好的数据包');
  });
});

describe('mayLackSent', () => {
  it('holds unless what was written after the backup is there, all that could be read', () => {
    const NONE = { kept: 0, fromBundles: 0, unreadable: 0, dropped: 0 };
    expect(mayLackSent(NONE)).toBe(true);
    expect(mayLackSent({ ...NONE, kept: 3 })).toBe(false);
    expect(mayLackSent({ ...NONE, fromBundles: 3 })).toBe(false);
    expect(mayLackSent({ ...NONE, kept: 3, unreadable: 1 })).toBe(true);
    expect(mayLackSent({ ...NONE, kept: 3, dropped: 1 })).toBe(true);
  });
});
