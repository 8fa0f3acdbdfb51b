// The program itself: calls, session, settings, the tables behind the screens: code → what happened, whether the data is safe, what to do next.

import { type ErrorEntries, REPORT, SAVED, UNTOUCHED } from './entry';

export const PROGRAM_ERRORS: ErrorEntries = {
  'app.unexpected': ['程序出了故障。', SAVED, REPORT],
  'app.bad-request': ['页面发出的请求不合规定，已被拒绝。', SAVED, REPORT],
  'app.bad-reply': ['程序内部的答复不合规定。', SAVED, '请重新启动程序后再试。'],
  'app.refused-sender': ['请求来源不明，已被拒绝。', SAVED, '请重新启动程序。'],
  'desk.missing': ['页面没有与程序连接。', SAVED, '请重新启动程序。'],
  'desk.unreachable': ['程序没有答复。', SAVED, '请重新启动程序后再试。'],
  'settings.not-written': ['显示设置没有存下，只在退出前有效。', '业务数据未受影响。', '请检查磁盘空间后再选一次。'],
  'projection.read-failed': ['日志没有读完，文件可能有损坏或被改动过。', UNTOUCHED, '请重试；如仍不成功，请不要删除数据文件夹，先从备份恢复；没有备份的，复制数据文件夹后联系维护人员。'],
  'projection.bad-line': ['日志中有一条读不懂。', '日志中的数据没有改动。', '请先复制数据文件夹，再联系维护人员。'],
  'projection.journal-mismatch': ['页面数据与日志对不上。', '日志中的数据没有改动。', '请从日志重新整理。'],
  'projection.journal-behind': [
    '日志比页面数据少，日志文件可能丢失了内容，或被换成了旧的。',
    '页面数据和日志都原样保留，没有改动。',
    '请先从备份恢复，补上丢失的内容；没有备份的，复制数据文件夹后联系维护人员；确认以日志为准的，才从日志重新整理。',
  ],
  'projection.quota': ['磁盘空间不足，页面数据没有整理完。', '日志中的数据没有改动。', '请清理磁盘后重试。'],
  'projection.storage': ['页面数据库读写失败，磁盘可能已满，或数据库文件有损坏。', '日志中的数据没有改动。', '请清理磁盘后重试；如仍不成功，请从日志重新整理。'],
  'projection.worker-lost': ['后台整理中断。', '日志中的数据没有改动。', '请重新启动程序。'],
  'file.not-written': ['文件没有存下。', SAVED, '请检查磁盘空间和文件夹权限，另选位置再存一次。'],
  'file.not-made': ['文件没有生成。', '数据未受影响。', '请再试一次；仍不成功的，请重新启动程序后再试。'],
  'print.no-printer': ['本机没有可用的打印机。', '没有打印，数据未受影响。', '请连接并打开打印机，或先“另存为 PDF”，拷到能打印的电脑上打印。'],
  'print.failed': ['没有打印成功。', '数据未受影响。', '请检查打印机是否开机、有纸、已连接，再打印一次；也可先“另存为 PDF”。'],
  'word.not-made': ['Word 文件没有生成。', '数据未受影响。', '请再试一次；仍不成功的，先“另存为 PDF”。'],
  'sync.failed': ['页面数据没有整理完成。', '日志中的数据没有改动。', '请重试；如仍不成功，请从日志重新整理。'],
};
