// Saving: journals, records and attachments: code → what happened, whether the data is safe, what to do next.

import { type ErrorEntries, FROM_SENDER, KEEP_FOLDER, NOT_SAVED, REPORT, SAVED, UNTOUCHED, said } from './entry';

export const RECORD_ERRORS: ErrorEntries = {
  'commit.not-for-the-page': ['这类记录由程序自动登记，不能从页面写入。', SAVED, REPORT],
  'journal.damaged': ['本机日志文件有损坏。', UNTOUCHED, KEEP_FOLDER],
  'journal.locked': ['数据文件夹正被另一个购服台使用。', UNTOUCHED, '请先退出另一个购服台，再重新启动。'],
  'journal.disk-full': ['磁盘已满，没有保存成功。', NOT_SAVED, '请清理磁盘；草稿有空间后自动保存，其他内容请再保存一次。'],
  'journal.io': ['写入磁盘失败，没有保存成功。', NOT_SAVED, '请检查磁盘；草稿恢复后自动保存，其他内容请再保存一次。'],
  'journal.closed': ['日志已停止写入。', NOT_SAVED, '请先抄下未保存的内容，再重新启动程序。'],
  'journal.line-too-long': ['这条记录过长。', NOT_SAVED, '请精简文字后再保存。'],
  'journal.bad-line': ['这条记录写不成规定的格式。', NOT_SAVED, '请核对内容后再保存；如再次出现，请把编号告知维护人员。'],
  'journal.wrong-author': ['日志中有不属于该单位的记录。', UNTOUCHED, KEEP_FOLDER],
  'journal.gap': ['日志中间缺了记录。', UNTOUCHED, KEEP_FOLDER],
  'journal.broken-chain': ['日志的链条断开，文件可能被改动过。', UNTOUCHED, KEEP_FOLDER],
  'record.changed-meanwhile': ['这条记录刚刚被改过。', NOT_SAVED, '请重新打开这条记录，核对后再定稿。'],
  'record.stopped': ['内容中有涉密用语，草稿没有保存。', NOT_SAVED, '请先删去涉密内容，再撤销、重做或恢复。'],
  'record.bad-body': [(evidence) => `“${said(evidence, 'field')}”一栏不合规定。`, NOT_SAVED, '请按提示改正后再保存。'],
  'record.wrong-actor': ['经办人与当前登录人不一致。', NOT_SAVED, '请由当前登录人办理，或换人登录。'],
  'record.office-may-not-write': ['本单位无权登记这类记录。', NOT_SAVED, '请核对单位类型。'],
  'commit.outside-region': ['这个项目不属于本单位审定的地区。', NOT_SAVED, '请由项目所在地的财政部门审定。'],
  'record.unknown-table': ['没有这类记录。', NOT_SAVED, REPORT],
  'record.wrong-chain': ['这类记录不能这样保存。', NOT_SAVED, REPORT],
  'record.wrong-owner': ['不能改写其他单位的记录。', NOT_SAVED, '请联系该单位自行更正。'],
  'attachment.too-large': ['附件超过 200 MB。', '附件没有存入。', '请压缩或拆分后再添加。'],
  'attachment.empty': ['附件是空文件。', '附件没有存入。', '请核对文件后再添加。'],
  'attachment.unknown-type': ['附件不是 PDF、PNG 或 JPEG 文件。', '附件没有存入。', '请另存为 PDF 或图片后再添加。'],
  'attachment.unreadable': ['附件无法读取。', '附件没有存入。', '请核对文件是否仍在原处。'],
  'attachment.too-many': [(evidence) => `一次选了 ${said(evidence, 'found')} 个文件，最多 ${said(evidence, 'allowed')} 个。`, '附件没有存入。', '请分几次添加。'],
  'attachment.missing': ['本机没有这个附件。', '记录未受影响。', '请接收包含该附件的数据包，或联系填报单位。'],
  'attachment.damaged': ['本机存的附件与登记的不一致，可能已损坏。', '记录未受影响。', '请联系填报单位从头导出一次。'],
  'attachment.hash-differs': ['附件与登记的不一致。', '附件没有存入。', FROM_SENDER],
};
