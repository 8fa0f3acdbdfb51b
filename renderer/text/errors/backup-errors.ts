// Backups and restoring: code → what happened, whether the data is safe, what to do next.

import { type ErrorEntries, said, SAVED } from './entry';

const NOT_BACKED_UP = '这次没有备份成；以前的备份和本机的数据都没有改动。';
const NOT_RESTORED = '没有恢复，本机的数据和备份都没有改动。';
const ANOTHER = '请换一份备份再试。';

const MEDIUM = '本机的数据和以前的备份都没有改动。';

export const BACKUP_ERRORS: ErrorEntries = {
  'backup.cancelled': ['已按您的要求停止。', '一切照旧，本机的数据和备份都没有改动。', '需要时请重新开始。'],
  'backup.disk-full': ['存放备份的磁盘空间不足。', NOT_BACKED_UP, '请清理那块磁盘，或另选一个备份文件夹，再备份一次。'],
  'backup.folder-not-writable': ['存放备份的文件夹不允许读写。', MEDIUM, '请打开优盘的写保护开关，或另选一个文件夹再试。'],
  'backup.folder-lost': ['存放备份的文件夹读写失败，优盘可能已被拔出，或文件夹已被移走。', MEDIUM, '请重新插好优盘，或另选一个文件夹再试。'],
  'backup.in-use': ['另一个购服台正在往这个文件夹备份。', NOT_BACKED_UP, '请等它完成后再备份一次。'],
  'backup.readback-differs': ['写入的备份与原文不一致，那块磁盘可能已损坏。', NOT_BACKED_UP, '请更换优盘或另选一个备份文件夹，再备份一次。'],
  'backup.source-unreadable': ['本机的数据文件有读不出来的，磁盘可能有损坏。', NOT_BACKED_UP, '请不要删除数据文件夹，检查磁盘，并联系维护人员。'],
  'backup.damaged': ['这份备份不完整或被改动过。', NOT_RESTORED, ANOTHER],
  'backup.newer': [(evidence) => `这份备份由更新的版本（${said(evidence, 'found')}）写成，本机程序版本过低。`, NOT_RESTORED, '请先升级本机的购服台，再从这份备份恢复。'],
  'backup.missing': ['这份备份已经不在原处。', NOT_RESTORED, '请插好存放备份的磁盘，重新选择一次。'],
  'backup.other-office': ['这份备份是另一个单位的，本机已有自己的单位。', NOT_RESTORED, '请选择本单位的备份；要恢复那个单位的，请在没有设置过单位的电脑上办理。'],
  'backup.other-environment': [
    (evidence) => (evidence['found'] === 'training' ? '这是演练数据的备份，正式站点不能用它恢复。' : '这是正式数据的备份，演练中不能用它恢复。'),
    NOT_RESTORED,
    '请选择正式对正式、演练对演练的备份。',
  ],
  'backup.wrong-passphrase': ['密钥口令不正确，打不开这个单位的密钥。', NOT_RESTORED, '请重新输入，注意大小写和输入法状态；想不起来的，改用封存的恢复单。'],
  'backup.no-key': ['备份和本机都没有完好的密钥文件可供打开。', NOT_RESTORED, '请改用封存的恢复单，或换一份备份再试。'],
  'backup.station-disk': ['本机磁盘读写失败。', NOT_RESTORED, '请检查磁盘后重试。'],
  'backup.station-disk-full': ['本机磁盘空间不足，放不下恢复的数据。', NOT_RESTORED, '请清理磁盘后重试。'],
  'backup.not-sound': ['恢复出来的数据打不开，没有采用。', NOT_RESTORED, '请换一份备份再试；仍不成功的，请把编号告知维护人员。'],
  'vault.other-key': ['这张恢复单打开的是另一个密钥，不是这个单位的。', NOT_RESTORED, '请核对是不是本单位、本机的恢复单。'],
  'station.restoring': ['正在从备份恢复。', SAVED, '请等恢复完成，再重新登录。'],
};
