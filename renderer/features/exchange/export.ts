// Bundles sent and received, and the offices admitted, as spreadsheets: what the lists show, with the numbers whole.

import { findRegion } from '#shared/policy/regions';
import type { RowOf } from '../../data/db';
import type { SentBundle } from '../../data/dispatches';
import type { ExportColumn } from '../../excel/make-file';
import { formatMoment } from '../../text/format';
import { OFFICE_LABELS } from '../../text/office';
import type { OpenedBundle } from './queries';
import { ADMISSION_STATES, receiptWords, RELATIONS } from './words';

export const SENT_EXPORT: readonly ExportColumn<SentBundle>[] = [
  { title: '文件', kind: 'code', read: ({ dispatch: { body } }) => body.fileName },
  { title: '数据包编号', kind: 'code', read: ({ dispatch: { body } }) => body.bundleId },
  { title: 'SM3', kind: 'code', read: ({ dispatch: { body } }) => body.bundleSm3 },
  { title: '接收单位', kind: 'text', read: ({ recipientName }) => recipientName },
  { title: '导出时间', kind: 'text', read: ({ dispatch }) => formatMoment(dispatch.at) },
  { title: '签收时间', kind: 'text', read: ({ receivedAt }) => (receivedAt === null ? '' : formatMoment(receivedAt)) },
];

export const OPENED_EXPORT: readonly ExportColumn<OpenedBundle>[] = [
  { title: '数据包编号', kind: 'code', read: ({ receipt: { body } }) => body.bundleId },
  { title: 'SM3', kind: 'code', read: ({ receipt: { body } }) => body.bundleSm3 },
  { title: '发送单位', kind: 'text', read: ({ senderName }) => senderName },
  { title: '接收时间', kind: 'text', read: ({ receipt }) => formatMoment(receipt.at) },
  { title: '回执', kind: 'text', read: receiptWords },
];

export const ADMISSION_EXPORT: readonly ExportColumn<RowOf<'admissions'>>[] = [
  { title: '单位', kind: 'text', read: ({ body }) => body.name },
  { title: '类型', kind: 'text', read: ({ body }) => OFFICE_LABELS[body.officeKind] },
  { title: '地区', kind: 'text', read: ({ body }) => findRegion(body.regionCode)?.name ?? body.regionCode },
  { title: '关系', kind: 'text', read: ({ body }) => RELATIONS[body.relation] },
  { title: '时间', kind: 'text', read: ({ at }) => formatMoment(at) },
  { title: '状态', kind: 'text', read: ({ body }) => ADMISSION_STATES[body.state] },
];
