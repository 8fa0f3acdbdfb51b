// Words that the lists of the exchange and their spreadsheets share.

import type { Admission } from '#shared/domain/office';
import type { OpenedBundle } from './queries';

export const RELATIONS: Readonly<Record<Admission['relation'], string>> = { superior: '上级', subordinate: '下级' };
export const ADMISSION_STATES: Readonly<Record<Admission['state'], string>> = { admitted: '已准入', revoked: '已撤销' };

export function receiptWords({ answered }: Pick<OpenedBundle, 'answered'>): string {
  return answered ? '已随数据包送回' : '已写入，随下次导出送回';
}
