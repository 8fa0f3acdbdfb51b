// What the rules on an acceptance say, and what to do.

import type { AcceptanceEvidence } from '#shared/domain/rules/acceptance/evidence';
import { ACCEPTANCE_OUTCOME_LABELS } from '../acceptance';
import { day, difference, label, quantity, type SentencesFor, yuan } from './wording';

const HEAD = { number: '验收编号', acceptedOn: '验收日期', outcome: '验收结论', payableFen: '应付金额' };
const LINE_PARTS = { deliveredE4: '交付数量', acceptedE4: '验收数量', actual: '实际履约情况', conforms: '是否符合要求' };
const { passed: PASSED, partly: PARTLY, failed: FAILED } = ACCEPTANCE_OUTCOME_LABELS;
const OPINION = { asked: '征求意见的人数', content: '满意的人数', words: '服务对象的意见' };

export const ACCEPTANCE_SENTENCES: SentencesFor<keyof AcceptanceEvidence> = {
  'acceptance.contract-unknown': () => '没有找到所验收的合同，请先选择合同。',
  'acceptance.contract-not-current': ({ contractRev, currentRev }) =>
    `验收依据的是合同第 ${String(contractRev)} 版，现行的是第 ${String(currentRev)} 版；请按现行版本重新填写。`,
  'acceptance.head-missing': ({ missing }) => `请填写${label(HEAD, missing)}。`,
  'acceptance.line-missing': ({ lineNo }) => `合同第 ${String(lineNo)} 项没有验收，请逐项填写。`,
  'acceptance.line-repeated': ({ lineNo }) => `合同第 ${String(lineNo)} 项填了两次，请删去一行。`,
  'acceptance.line-unknown': ({ lineNo }) => `合同中没有第 ${String(lineNo)} 项，请删去这一行。`,
  'acceptance.line-incomplete': ({ lineNo, missing }) => `请填写第 ${String(lineNo)} 项的${label(LINE_PARTS, missing)}。`,
  'acceptance.accepted-over-delivered': ({ lineNo, deliveredE4, acceptedE4 }) =>
    `第 ${String(lineNo)} 项验收 ${quantity(acceptedE4)}，多于交付的 ${quantity(deliveredE4)}；请改正。`,
  'acceptance.accepted-over-agreed': ({ lineNo, agreedE4, earlierE4, acceptedE4, excessE4 }) =>
    `第 ${String(lineNo)} 项合同约定 ${quantity(agreedE4)}，其他验收已收 ${quantity(earlierE4)}，本次 ${quantity(acceptedE4)}，超出 ${quantity(excessE4)}；请改正，确需增加的先变更合同。`,
  'acceptance.payable': ({ expectedFen, payableFen, differenceFen }) =>
    `按验收数量、合同单价和扣款计算，应付 ${yuan(expectedFen)}，现填 ${yuan(payableFen)}，${difference(differenceFen)}；请改正。`,
  'acceptance.deduction-over-value': ({ valueFen, deductionFen }) =>
    `扣款 ${yuan(deductionFen)} 超过了本次验收价款 ${yuan(valueFen)}，请改正。`,
  'acceptance.deduction-reason': ({ deductionFen }) => `扣款 ${yuan(deductionFen)} 没有写明依据，不得无故扣留资金；请填写扣款依据。`,
  'acceptance.payable-over-contract': ({ payableFen, earlierFen, contractFen, excessFen }) =>
    `本次应付 ${yuan(payableFen)}，其他验收应付 ${yuan(earlierFen)}，合计超出合同金额 ${yuan(contractFen)} 共 ${yuan(excessFen)}；请改正。`,
  'acceptance.outcome-passed': ({ lineNo }) =>
    `结论为“${PASSED}”，但第 ${String(lineNo)} 项不符合要求或没有全部收下；请改为“${PARTLY}”，或改正明细。`,
  'acceptance.outcome-partly': () => `结论为“${PARTLY}”，应当有收下的、也有没收下的；请改正结论或明细。`,
  'acceptance.outcome-failed': ({ payableFen }) =>
    `结论为“${FAILED}”，不应有收下的数量和应付金额（现为 ${yuan(payableFen)}）；请改正结论或明细。`,
  'acceptance.recipient-opinion': ({ missing }) => `公共服务没有服务对象的意见不能通过验收，请填写${label(OPINION, missing)}。`,
  'acceptance.opinion-counts': ({ asked, content }) =>
    `满意的 ${String(content)} 人多于征求意见的 ${String(asked)} 人，请改正。`,
  'acceptance.recipient-member': () => '公共服务验收应邀请服务对象参加，验收人员中还没有服务对象；请补充或核实。',
  'acceptance.members-missing': () => '请填写验收人员，至少一人。',
  'acceptance.same-person': () => '合同经办人不能自己验收，请换一位经办人登录验收。',
  'acceptance.before-signing': ({ acceptedOn, signedOn }) => `验收日期${day(acceptedOn)}早于合同签订日期${day(signedOn)}，请改正。`,
  'acceptance.before-start': ({ acceptedOn, startsOn }) =>
    `验收日期${day(acceptedOn)}早于合同约定的开始日期${day(startsOn)}，这时应当还没有服务成果；请核实日期。`,
  'acceptance.in-future': ({ acceptedOn, today }) => `验收日期${day(acceptedOn)}晚于今天（${day(today)}），请核对日期和电脑时钟。`,
  'acceptance.secrecy-words': ({ count }) =>
    `有 ${String(count)} 处文字含有涉密字样。本软件不处理国家秘密，请立即删去；确属保密事项的，停止录入并按保密规定办理。`,
};
