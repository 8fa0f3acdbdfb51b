// Whole records for the papers' tests, and a look into a Word file's parts.

import { unzipSync } from 'fflate';
import { fromUtf8 } from '#shared/base/bytes';
import type { RecordId, Sm3Hex } from '#shared/base/ids';
import type { PaperMark } from '#shared/bundle/paper-mark';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import type { PaperDocument } from '../../../../renderer/paper/document';
import type { Printing } from '../../../../renderer/features/print/printed-mark';

export const PERSON = '11111111-1111-8111-9111-111111111111' as RecordId;
export const MARK: PaperMark = { kind: 'bundle', bundleId: '150824-0a1b2c3d-2026-0007', sm3: '0f'.repeat(32) as Sm3Hex };
export const PRINTING: Printing = { office: '乌拉特旗民政局', operator: '起草人', at: '2026-03-02T01:20:00Z', training: false };
export const HOSTILE = '<img src=x onerror="alert(1)"></w:t><script>&amp;\'"';

export const CONTRACT: Contract = {
  planItemId: PERSON,
  decisionId: PERSON,
  number: 'HT-2026-017',
  name: '特困老年人居家上门服务',
  supplier: { name: '夕阳红养老服务中心', uscc: '52150824MJ12345674', type: 'P1' },
  method: 'consultation',
  awardNoticeOn: '2026-04-01',
  signedOn: '2026-04-20',
  scope: '各社区特困老年人家中',
  subject: '每周上门两次\n助餐、助洁',
  quality: '合格率不低于 95%',
  startsOn: '2026-05-01',
  endsOn: '2027-04-30',
  paymentTerms: '分两期支付',
  rights: { buyer: '按期付款', supplier: '按约服务', recipients: '如实评价' },
  breach: '逾期一日万分之五',
  lines: [
    { lineNo: 1, name: '上门服务', requirement: '逐次签字', quantityE4: 12_000_000, unit: '人次', unitPriceFen: 8550, amountFen: 10_260_000 },
    { lineNo: 2, name: '回访', requirement: '每月一次', quantityE4: 120_000, unit: '次', unitPriceFen: 1000, amountFen: 12_000 },
  ],
  amountFen: 10_272_000,
  schedule: [
    { kind: 1, dueOn: '2026-05-10', amountFen: 3_000_000, condition: '签订后十个工作日内' },
    { kind: 3, dueOn: '2027-05-15', amountFen: 7_272_000, condition: '验收合格后' },
  ],
  longTerm: { fixedContent: false, continuous: false, stableFunding: false, stablePrice: false },
  noAssignmentPromised: true,
  payeeName: '夕阳红养老服务中心',
  payeeUscc: '52150824MJ12345674',
  acceptanceScheme: '每半年验收一次',
  lateReason: '',
  filingNumber: '',
  attachments: [],
  handledBy: PERSON,
};

export const ACCEPTANCE: Acceptance = {
  contractId: PERSON,
  contractRev: 2,
  number: 'HT-2026-017-1',
  acceptedOn: '2026-09-01',
  lines: [
    { lineNo: 1, deliveredE4: 6_000_000, acceptedE4: 5_805_000, actual: '19.5 人次没有签字', conforms: false },
    { lineNo: 2, deliveredE4: 60_000, acceptedE4: 60_000, actual: '齐全', conforms: true },
  ],
  members: [{ name: '验收员', post: '股长', side: 'buyer' }, { name: 'ᠪᠠᠲᠤ', post: '居民', side: 'recipient' }],
  recipientOpinion: { asked: 50, content: 47, words: '总体满意' },
  outcome: 'partly',
  payableFen: 4_906_000,
  deductionFen: 63_275,
  deductionReason: '迟到三次',
  attachments: [],
  acceptedBy: PERSON,
};

/** Every word of a paper, block by block, cells separated by bars. */
export function wordsOf({ blocks }: PaperDocument): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'title':
        return [block.text, ...(block.under === undefined ? [] : [block.under])];
      case 'facts':
        return block.facts;
      case 'heading':
      case 'paragraph':
        return [block.text];
      case 'table':
        return [block.columns.map(({ title }) => title).join('|'), ...block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|'))];
      case 'signatures':
        return block.labels;
      case 'mark':
        return block.mark.words;
    }
  });
}

/** Every text field of a record replaced by `text`; codes, dates and numbers stay. */
export function withText<T>(record: T, text: string): T {
  const plain = /^[\d-]*$|^(P\d|consultation|open-tender|nmg-2014.*|\d\.\d\d|C\d+|passed|partly|failed|buyer|recipient|expert|third-party|approved|cut|returned|refused|existing|new|quantity|[0-9a-f-]{32,})$/;
  return JSON.parse(JSON.stringify(record, (_key, value: unknown) => (typeof value === 'string' && value !== '' && !plain.test(value) ? text : value))) as T;
}

/** Parts of a Word file, by name. */
export function partsOf(docx: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, name.endsWith('.xml') || name.endsWith('.rels') ? fromUtf8(bytes) : '']));
}

/** The text of a WordprocessingML part, paragraph by paragraph. */
export function paragraphsOf(xml: string): readonly string[] {
  const plain = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => plain([...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')));
}
