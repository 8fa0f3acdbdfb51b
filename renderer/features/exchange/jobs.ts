// The two long works of exchange, as the desk's jobs.

import type { OpenReport, ReplyOf, SealReport } from '#shared/ipc/contract';
import type { JobKind } from '../../bridge/jobs';

export type ChosenFile = NonNullable<ReplyOf<'chooseBundle'>['file']>;

export const SEAL_JOB: JobKind<SealReport> = {
  key: 'seal',
  title: '导出数据包',
  places: ['/exchange/send', '/exchange'],
  said: ({ fileName }) => `已导出并读回比对一致：${fileName}。现在可以安全弹出优盘。`,
};

/** About the file that is opened: whoever has to be admitted first is admitted, and it is opened again. */
export const OPEN_JOB: JobKind<OpenReport, ChosenFile> = {
  key: 'open',
  title: '接收数据包',
  places: ['/exchange/receive'],
  said: (report) =>
    report.nothingNew
      ? `${report.sender.name}的这个数据包里的内容以前都已接收过，没有新内容。`
      : `已接收${report.sender.name}的数据包：新记录 ${String(report.journals.reduce((sum, { newLines }) => sum + newLines, 0))} 条，附件 ${String(report.attachments)} 个。`,
};
