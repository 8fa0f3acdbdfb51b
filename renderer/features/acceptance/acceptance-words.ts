// The acceptance form's fields in words, by their paths: for saved states and the steps between them.

import { ACCEPTANCE_OUTCOME_LABELS, MEMBER_SIDE_LABELS } from '../../text/acceptance';
import type { DraftWords } from '../../text/draft-sheet';

const MEET: Readonly<Record<string, string>> = { yes: '符合', no: '不符合' };
const OUTCOMES: Readonly<Record<string, string>> = ACCEPTANCE_OUTCOME_LABELS;
const SIDES: Readonly<Record<string, string>> = MEMBER_SIDE_LABELS;

export const ACCEPTANCE_WORDS: DraftWords = {
  labels: {
    number: '验收编号',
    acceptedOn: '验收日期',
    outcome: '结论',
    deductionFen: '扣款（元）',
    deductionReason: '扣款依据',
    lines: '验收明细',
    'lines.*.deliveredE4': '交付数量',
    'lines.*.acceptedE4': '验收数量',
    'lines.*.conforms': '是否符合要求',
    'lines.*.actual': '实际情况',
    members: '验收人员',
    'members.*.name': '姓名',
    'members.*.post': '单位职务',
    'members.*.side': '代表',
    'recipientOpinion.asked': '征求人数',
    'recipientOpinion.content': '满意人数',
    'recipientOpinion.words': '意见内容',
    attachments: '附件',
  },
  show: {
    outcome: (code) => OUTCOMES[code],
    'lines.*.conforms': (code) => MEET[code],
    'members.*.side': (code) => SIDES[code],
  },
};
