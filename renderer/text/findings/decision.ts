// What the rules on a decision say, and what to do.

import type { DecisionEvidence } from '#shared/domain/rules/decision/evidence';
import { day, difference, type SentencesFor, yuan } from './wording';

export const DECISION_SENTENCES: SentencesFor<keyof DecisionEvidence> = {
  'decision.item-unknown': () => '本机没有收到这个计划项目，请先接收报送单位的数据包。',
  'decision.revision-not-current': ({ decidedRev, currentRev }) =>
    `审定的是第 ${String(decidedRev)} 版，报送单位现行的是第 ${String(currentRev)} 版；请按现行版本重新审定。`,
  'decision.text-differs': ({ decidedRev }) =>
    `第 ${String(decidedRev)} 版的内容与审定时不一致，不能定稿；请重新打开该项目核对，并与报送单位联系。`,
  'decision.already-decided': ({ rev, documentNumber }) =>
    `第 ${String(rev)} 版已由 ${documentNumber} 审定，同一版本不能审定两次；需要改变的，请报送单位调整后重新报送。`,
  'decision.outcome-missing': () => '请选择审定结果：同意、核减、退回或不予同意。',
  'decision.document-missing': () => '请填写审定文号。',
  'decision.amount-over-request': ({ amountFen, requestedFen, differenceFen }) =>
    `审定 ${yuan(amountFen)}，比申报的 ${yuan(requestedFen)} ${difference(differenceFen)}；确需追加的，请选“同意”并在金额的意见中写明追加依据。`,
  'decision.approved-in-full': ({ amountFen, requestedFen, differenceFen }) =>
    `审定 ${yuan(amountFen)}，比申报的 ${yuan(requestedFen)} ${difference(differenceFen)}；减少金额的，请把结果改为“核减”。`,
  'decision.cut-amount': ({ amountFen, requestedFen }) =>
    `核减后的金额应大于 0、小于申报的 ${yuan(requestedFen)}，现为 ${yuan(amountFen)}；请改正金额或审定结果。`,
  'decision.nothing-granted': ({ amountFen }) => `退回或不予同意的，审定金额应为 0，现为 ${yuan(amountFen)}；请改正。`,
  'decision.opinion-missing': () => '核减、退回或不予同意的，请写明理由。',
  'decision.own-item': ({ role }) =>
    `审定人正是本项目的${role === 'preparedBy' ? '编制人' : '复核人'}，编制与审定须分开；请换一位经办人审定。`,
  'decision.before-submission': ({ decidedOn, submittedOn }) =>
    `审定日期${day(decidedOn)}早于送审日期${day(submittedOn)}，请改正。`,
  'decision.in-future': ({ decidedOn, today }) => `审定日期${day(decidedOn)}晚于今天（${day(today)}），请核对日期和电脑时钟。`,
  'decision.item-has-findings': ({ count }) =>
    `该项目还有 ${String(count)} 处不符合规定，请逐条查看；确认同意的，由审定单位负责核实。`,
};
