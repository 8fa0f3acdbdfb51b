// Spreadsheets: code → what happened, whether the data is safe, what to do next.

import { type ErrorEntries, NOTHING_STORED, REPORT, SAVED, said } from './entry';

const SAVE_AS = '请用 Excel 或 WPS 打开后“另存为 .xlsx”，再导入。';
const FILE_UNTOUCHED = '没有导入任何内容，原文件未改动。';

export const EXCEL_ERRORS: ErrorEntries = {
  'excel.all-changed': ['核对之后这些项目都有了变化，没有写入任何一行。', SAVED, '请看各行原因，重新选择文件核对。'],
  'excel.empty': ['这个文件是空的（0 字节）。', FILE_UNTOUCHED, '请核对是否选错文件，或重新复制一份。'],
  'excel.too-large': ['这个文件超过 48 MB。', FILE_UNTOUCHED, '请删去图片和不用的工作表，或分成几个文件。'],
  'excel.old-format': ['这是旧格式的表格（.xls 或 .et），不是 .xlsx。', FILE_UNTOUCHED, SAVE_AS],
  'excel.encrypted': ['这个表格设有打开密码。', FILE_UNTOUCHED, '请在 Excel 或 WPS 中去掉密码，另存为 .xlsx，再导入。'],
  'excel.macros': ['这个表格带有宏（.xlsm），为安全不予打开。', FILE_UNTOUCHED, SAVE_AS],
  'excel.binary': ['这是二进制格式的表格（.xlsb）。', FILE_UNTOUCHED, SAVE_AS],
  'excel.text-file': ['这是文本文件（如 .csv），不是 .xlsx 表格。', FILE_UNTOUCHED, SAVE_AS],
  'excel.web-page': ['这是网页内容，只是文件名像表格；有的系统导出的 .xls 就是这样。', FILE_UNTOUCHED, SAVE_AS],
  'excel.other-office': ['这是其他办公软件的格式（如 .ods）。', FILE_UNTOUCHED, '请用该软件“另存为 .xlsx”，再导入。'],
  'excel.not-a-table': ['这不是 Excel 表格。', FILE_UNTOUCHED, '请核对是否选错文件；购服台只读 .xlsx 表格。'],
  'excel.damaged': ['这个表格有损坏，读不完整。', FILE_UNTOUCHED, '请用 Excel 或 WPS 打开核对，另存为一份新的 .xlsx，再导入。'],
  'excel.bomb': ['这个文件展开后异常巨大，或内部结构不正常，为安全不予打开。', FILE_UNTOUCHED, '请核对文件来源；确需导入的，用 Excel 或 WPS 把内容复制到新表格中另存。'],
  'excel.forbidden-xml': ['这个文件含有表格用不到的内容（实体声明等），为安全不予打开。', FILE_UNTOUCHED, SAVE_AS],
  'excel.too-many-rows': [(evidence) => `表格太大，内容到了第 ${said(evidence, 'rows')} 行。`, FILE_UNTOUCHED, '最多 10 万行（400 万格）；请删去多余的行或分成几个文件。'],
  'excel.too-many-columns': [(evidence) => `表格太宽，内容到了第 ${said(evidence, 'columns')} 列。`, FILE_UNTOUCHED, '最多 256 列；请删去多余的列。'],
  'excel.no-sheet': ['这个文件里没有可读的工作表。', FILE_UNTOUCHED, '请用 Excel 或 WPS 打开核对。'],
  'excel.too-slow': ['一分钟还没有读完，已停止。', FILE_UNTOUCHED, '请删去不用的工作表和行，或分成几个文件。'],
  'excel.cancelled': ['已取消。', NOTHING_STORED, '需要时请重新开始。'],
  'excel.worker-lost': ['处理表格的程序中断，可能是文件过大、内存不足。', NOTHING_STORED, '请关闭其他程序后重试，或把表格分小。'],
  'excel.not-made': ['表格没有生成。', SAVED, REPORT],
  'excel.asset-missing': ['程序自带的填报模板读不到。', SAVED, '请重新安装购服台；如仍然这样，请联系维护人员。'],
};
