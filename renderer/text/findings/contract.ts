// What the rules on a contract say, and what to do.

import type { ContractEvidence } from '#shared/domain/rules/contract/evidence';
import { day, difference, label, labels, methodLabel, providerLabel, type SentencesFor, USCC_PROBLEMS, yuan } from './wording';

const ELEMENTS = {
  scope: '服务范围',
  subject: '标的',
  quantity: '数量',
  quality: '质量要求',
  term: '服务期限',
  payment: '资金支付方式',
  rights: '权利义务',
  breach: '违约责任',
};
/** Elements that stand in several fields: which of them is empty. */
const ELEMENT_PARTS: Readonly<Record<string, string>> = {
  startsOn: '服务期限的开始日期',
  endsOn: '服务期限的结束日期',
  paymentTerms: '资金支付方式的支付条款',
  schedule: '资金支付方式的付款安排（至少一期）',
  'rights.buyer': '购买主体的权利义务',
  'rights.supplier': '承接主体的权利义务',
};
const HEAD = { number: '合同编号', name: '合同名称', 'supplier.name': '承接主体名称', signedOn: '签订日期' };
const CONDITIONS = {
  fixedContent: '内容相对固定',
  continuous: '连续性强',
  stableFunding: '经费来源稳定',
  stablePrice: '价格变化幅度小',
};

export const CONTRACT_SENTENCES: SentencesFor<keyof ContractEvidence> = {
  'contract.not-approved': () => '该项目没有同意或核减的批复，不能签订合同；请等财政部门审定后再办。',
  'contract.approval-superseded': ({ decidedRev, currentRev }) =>
    `批复的是计划第 ${String(decidedRev)} 版，现行的是第 ${String(currentRev)} 版；请等现行版本批复后再签。`,
  'contract.over-approved': ({ amountFen, otherContractsFen, approvedFen, excessFen }) =>
    `本合同 ${yuan(amountFen)}，同项目其他合同 ${yuan(otherContractsFen)}，合计超出批复的 ${yuan(approvedFen)} 共 ${yuan(excessFen)}；请调减，或先办理预算调整。`,
  'contract.before-decision': ({ signedOn, decidedOn }) => `签订日期${day(signedOn)}早于批复日期${day(decidedOn)}，请改正。`,
  'contract.in-future': ({ signedOn, today }) => `签订日期${day(signedOn)}晚于今天（${day(today)}），请核对日期和电脑时钟。`,

  'contract.element-missing': ({ element, field }) => `合同须写明${ELEMENT_PARTS[field] ?? label(ELEMENTS, element)}，请填写；缺一项不能定稿。`,
  'contract.rights-of-three': () => '请写明服务对象的权利、义务和责任，三方权责缺一不可。',
  'contract.head-missing': ({ missing }) => `请填写${label(HEAD, missing)}。`,

  'contract.line-number': ({ lineNo }) => `合同明细第 ${String(lineNo)} 号重复，验收时无法区分；请改号。`,
  'contract.line-quantity': ({ lineNo }) => `合同明细第 ${String(lineNo)} 号的数量须大于 0。`,
  'contract.line-product': ({ lineNo, expectedFen, amountFen, differenceFen }) =>
    `合同明细第 ${String(lineNo)} 号数量乘单价应为 ${yuan(expectedFen)}，现填 ${yuan(amountFen)}，${difference(differenceFen)}；请核对。`,
  'contract.lines-sum': ({ sumFen, amountFen, differenceFen }) =>
    `合同明细合计 ${yuan(sumFen)}，合同金额 ${yuan(amountFen)}，合计${difference(differenceFen)}；请调整到完全相等。`,
  'contract.instalment-amount': () => '请填写这一期的付款金额，须大于 0。',
  'contract.schedule-closes': ({ sumFen, amountFen, differenceFen }) =>
    `各期付款合计 ${yuan(sumFen)}，合同金额 ${yuan(amountFen)}，合计${difference(differenceFen)}；请调整到完全相等。`,
  'contract.instalment-before-signing': ({ dueOn, signedOn }) =>
    `付款日期${day(dueOn)}早于签订日期${day(signedOn)}，请改正。`,

  'contract.term-order': ({ startsOn, endsOn }) => `结束日期${day(endsOn)}早于开始日期${day(startsOn)}，请改正。`,
  'contract.starts-before-signing': ({ startsOn, signedOn }) =>
    `服务从${day(startsOn)}开始，早于签订日期${day(signedOn)}；请核实是否先服务后签约。`,
  'contract.term-over-three-years': ({ latestEnd }) => `合同期限超过三年，最迟到${day(latestEnd)}；请缩短期限。`,
  'contract.term-conditions': ({ latestEnd, missing }) =>
    `合同期限超过一年（一年到${day(latestEnd)}止），须同时符合四个条件，还缺：${labels(CONDITIONS, missing)}；不符合的，请缩短到一年以内。`,
  'contract.term-outside-plan': ({ startsOn, endsOn }) =>
    `合同期限超出计划期限（${day(startsOn)}至${day(endsOn)}），请核实。`,
  'contract.late-signing': ({ dueOn, days }) =>
    `通知书发出后 ${String(days)} 日才签订合同，应在${day(dueOn)}前签订；请写明逾期原因。`,
  'contract.before-award': ({ signedOn, awardNoticeOn }) =>
    `签订日期${day(signedOn)}早于中标（成交）通知书日期${day(awardNoticeOn)}，请改正。`,

  'contract.no-assignment': () => '严禁转包，请确认承接主体已作出不转包承诺；没有承诺的，不能定稿。',
  'contract.payee-differs': ({ part }) =>
    `收款人${part === 'name' ? '名称' : '统一社会信用代码'}与承接主体不一致，可能属于转包；款项只能付给承接主体，请改正。`,
  'contract.supplier-uscc': ({ problem }) =>
    `承接主体的统一社会信用代码${label(USCC_PROBLEMS, problem)}，请对照证照核对；证照本身如此的，可以保留。`,
  'contract.supplier-is-buyer': () => '承接主体与购买主体是同一单位，不能向自己购买服务；请改正。',
  'contract.supplier-type': ({ type }) => `承接主体类型“${providerLabel(type)}”不在计划确定的类型之内，请核实。`,
  'contract.method-unknown': () => '请选择采购方式。',
  'contract.method-outside-procurement': ({ method, blockedFrom }) =>
    `${day(blockedFrom)}起不能再以“${methodLabel(method)}”方式签订合同，须按政府采购的方式和程序办理，如单一来源采购、竞争性磋商。`,
  'contract.method-differs': ({ method, plannedMethod }) =>
    `采购方式“${methodLabel(method)}”与计划的“${methodLabel(plannedMethod)}”不一致，请核实变更是否经过批准。`,
  'contract.acceptance-scheme': () => '请写明验收方案：谁验收、何时、怎样、验什么、按什么标准。',
  'contract.secrecy-words': ({ count }) =>
    `有 ${String(count)} 处文字含有涉密字样。本软件不处理国家秘密，请立即删去；确属保密事项的，停止录入并按保密规定办理。`,
};
