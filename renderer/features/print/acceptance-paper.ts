// The acceptance certificate 验收单 as a paper: agreed against delivered line by line, who accepted, and what is payable. Pure.

import { formatYuan, multiplyQuantity } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { PaperMark } from '#shared/bundle/paper-mark';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import type { PaperCell, PaperColumn, PaperDocument, PaperRow, PaperTable } from '../../paper/document';
import { ACCEPTANCE_OUTCOME_LABELS, MEMBER_SIDE_LABELS } from '../../text/acceptance';
import { inFull, sumText } from './money';
import { markFoot, printedMark, type Printing, TRAINING_STAMP } from './printed-mark';

export interface AcceptancePaperInput {
  readonly acceptance: Acceptance;
  /** null when the contract is not held here. */
  readonly contract: Contract | null;
  readonly buyer: string;
  readonly acceptedBy: string;
  readonly mark: PaperMark;
  readonly printing: Printing;
}

export function acceptancePaper({ acceptance, contract, buyer, acceptedBy, mark, printing }: AcceptancePaperInput): PaperDocument {
  return {
    name: `验收单 ${acceptance.number}`,
    layout: 'form',
    foot: markFoot(mark),
    blocks: [
      { kind: 'mark', mark: printedMark(mark, printing) },
      { kind: 'title', text: '政府购买服务项目验收单' },
      { kind: 'facts', facts: [`验收编号：${acceptance.number}`, `验收日期：${acceptance.acceptedOn}`, '金额单位：元'] },
      contractForm(contract, buyer, acceptance),
      { kind: 'heading', text: '一、逐项验收' },
      linesTable(acceptance, contract),
      { kind: 'heading', text: '二、结论与应付金额' },
      verdictForm(acceptance),
      { kind: 'heading', text: '三、验收人员' },
      membersTable(acceptance),
      { kind: 'heading', text: '四、签章' },
      sealBoxes(acceptedBy),
    ],
    ...(printing.training ? { stamp: TRAINING_STAMP } : {}),
  };
}

const PAIRS: readonly PaperColumn[] = [
  { title: '', share: 15 },
  { title: '', share: 35 },
  { title: '', share: 15 },
  { title: '', share: 35 },
];

function pairs(...rows: readonly (readonly [label: string, value: string, label2?: string, value2?: string])[]): PaperTable {
  const label = (text: string): PaperCell => ({ text, label: true, align: 'center' });
  return {
    kind: 'table',
    headless: true,
    columns: PAIRS,
    rows: rows.map(([first, value, second, other]): PaperRow => ({
      cells: second === undefined || other === undefined ? [label(first), { text: value, span: 3 }] : [label(first), { text: value }, label(second), { text: other }],
    })),
  };
}

function contractForm(contract: Contract | null, buyer: string, { contractRev }: Acceptance): PaperTable {
  if (contract === null) return pairs(['合同', '合同不在本机'], ['购买主体', buyer]);
  return pairs(
    ['合同名称', contract.name],
    ['合同编号', `${contract.number}（第 ${String(contractRev)} 版）`, '签订日期', contract.signedOn],
    ['购买主体', buyer, '承接主体', contract.supplier.name],
    ['合同金额', inFull(contract.amountFen)],
    ['服务期限', `${contract.startsOn} 至 ${contract.endsOn}`],
  );
}

function linesTable(acceptance: Acceptance, contract: Contract | null): PaperTable {
  const amounts: number[] = [];
  const sumRow = (): PaperRow => {
    const { figure, capitals } = sumText(amounts);
    return { sum: true, cells: [{ text: `验收金额合计　${capitals}`, span: 7, align: 'end' }, { text: figure }, { text: '', span: 2 }] };
  };
  const rows = acceptance.lines.map((line): PaperRow => {
    const agreed = contract?.lines.find(({ lineNo }) => lineNo === line.lineNo);
    const amountFen = agreed === undefined ? null : multiplyQuantity(line.acceptedE4, agreed.unitPriceFen).fen;
    if (amountFen !== null) amounts.push(amountFen);
    const texts = [
      String(line.lineNo),
      agreed?.name ?? '',
      agreed?.requirement ?? '',
      agreed === undefined ? '' : `${formatQuantity(agreed.quantityE4)} ${agreed.unit}`,
      formatQuantity(line.deliveredE4),
      formatQuantity(line.acceptedE4),
      agreed === undefined ? '' : formatYuan(agreed.unitPriceFen),
      amountFen === null ? '' : formatYuan(amountFen),
      line.conforms ? '符合' : '不符合',
      line.actual,
    ];
    return { cells: texts.map((text) => ({ text })) };
  });
  return {
    kind: 'table',
    columns: [
      { title: '序号', share: 7, align: 'center' },
      { title: '名称', share: 14 },
      { title: '约定要求', share: 16 },
      { title: '约定\n数量', share: 11, align: 'end' },
      { title: '交付\n数量', share: 9, align: 'end' },
      { title: '验收\n数量', share: 9, align: 'end' },
      { title: '单价', share: 11, align: 'end' },
      { title: '金额', share: 16, align: 'end' },
      { title: '是否\n符合', share: 9, align: 'center' },
      { title: '实际情况', share: 18 },
    ],
    rows: contract === null ? rows : [...rows, sumRow()],
  };
}

function verdictForm(acceptance: Acceptance): PaperTable {
  const { recipientOpinion: opinion } = acceptance;
  return pairs(
    ['扣款金额', formatYuan(acceptance.deductionFen), '扣款依据', acceptance.deductionReason],
    ['应付金额', inFull(acceptance.payableFen)],
    ['验收结论', ACCEPTANCE_OUTCOME_LABELS[acceptance.outcome]],
    [
      '服务对象意见',
      opinion === null ? '没有征求' : `征求 ${String(opinion.asked)} 人，满意 ${String(opinion.content)} 人。\n${opinion.words}`,
    ],
  );
}

function membersTable({ members }: Acceptance): PaperTable {
  return {
    kind: 'table',
    columns: [
      { title: '序号', share: 7, align: 'center' },
      { title: '姓名', share: 20 },
      { title: '单位职务', share: 36 },
      { title: '代表', share: 14, align: 'center' },
      { title: '签字', share: 24 },
    ],
    rows: members.map(({ name, post, side }, index) => ({
      cells: [String(index + 1), name, post, MEMBER_SIDE_LABELS[side], ''].map((text) => ({ text })),
    })),
  };
}

/** Room for a seal and a hand: three boxes beside each other. */
function sealBoxes(acceptedBy: string): PaperTable {
  const date = '　　　　年　　月　　日';
  const box = (head: string, name: string): PaperCell => ({ text: `${head}\n\n\n\n${name}\n${date}` });
  return {
    kind: 'table',
    headless: true,
    columns: [1, 1, 1].map((share) => ({ title: '', share })),
    rows: [{ cells: [box('购买主体（盖章）', '负责人（签字）：'), box('承接主体（盖章）', '代表（签字）：'), box(`验收人：${acceptedBy}`, '验收人（签字）：')] }],
  };
}
