// The words of a paper's mark and of where and when it was printed. Pure.

import { groupedSm3, type PaperMark, paperMarkText } from '#shared/bundle/paper-mark';
import { formatMoment } from '../../text/format';
import type { PrintedMark } from '../../paper/document';

export interface Printing {
  readonly office: string;
  readonly operator: string;
  /** UTC moment. */
  readonly at: string;
  /** Printed in the training profile: nothing of it is real. */
  readonly training: boolean;
}

export function printedMark(mark: PaperMark, { office, operator, at, training }: Printing): PrintedMark {
  const groups = groupedSm3(mark.sm3);
  return {
    code: paperMarkText(mark),
    words: [
      mark.kind === 'bundle' ? `数据包 ${mark.bundleId}` : `尚未导出　记录 ${mark.recordId}`,
      `SM3 ${groups.slice(0, 35)}`,
      groups.slice(36),
      ...(training ? ['演练数据，不作凭证'] : []),
    ],
    origin: [office, `${formatMoment(at)} 打印`, `打印人 ${operator}`],
  };
}

/** For the foot of every page. */
export function markFoot(mark: PaperMark): string {
  return mark.kind === 'bundle' ? `数据包 ${mark.bundleId}` : `尚未导出　SM3 ${mark.sm3.slice(0, 16)}`;
}

/** What every sheet of a training profile bears. */
export const TRAINING_STAMP = '演练';
