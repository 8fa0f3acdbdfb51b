// The contract form's fields in words, by their paths: for saved states and the steps between them.

import { CONTRACT_CONDITIONS } from '../../text/contract-sheet';
import { findProcurementMethod, labelOf, PAYMENT_KINDS, PROVIDER_TYPES } from '#shared/policy/code-lists';
import type { DraftWords } from '../../text/draft-sheet';

export const CONTRACT_WORDS: DraftWords = {
  labels: {
    number: '合同编号',
    name: '合同名称',
    method: '采购方式',
    awardNoticeOn: '中标（成交）通知书日期',
    signedOn: '签订日期',
    lateReason: '逾期签订原因',
    filingNumber: '备案编号',
    'supplier.name': '承接主体名称',
    'supplier.uscc': '承接主体统一社会信用代码',
    'supplier.type': '承接主体类型',
    payeeName: '收款人名称',
    payeeUscc: '收款人统一社会信用代码',
    noAssignmentPromised: '不转包承诺',
    scope: '服务范围',
    subject: '标的',
    lines: '服务明细',
    'lines.*.name': '名称',
    'lines.*.quantityE4': '数量',
    'lines.*.unit': '计量单位',
    'lines.*.unitPriceFen': '单价（元）',
    'lines.*.requirement': '本项要求',
    amountFen: '合同金额（元）',
    quality: '质量要求',
    startsOn: '开始日期',
    endsOn: '结束日期',
    ...Object.fromEntries(Object.entries(CONTRACT_CONDITIONS).map(([key, label]) => [`longTerm.${key}`, label])),
    paymentTerms: '支付条款',
    schedule: '付款计划',
    'schedule.*.kind': '付款类型',
    'schedule.*.dueOn': '付款日期',
    'schedule.*.amountFen': '付款金额（元）',
    'schedule.*.condition': '付款条件',
    'rights.buyer': '购买主体的权利义务',
    'rights.supplier': '承接主体的权利义务',
    'rights.recipients': '服务对象的权利义务',
    breach: '违约责任',
    acceptanceScheme: '验收方案',
    attachments: '附件',
  },
  show: {
    method: (code) => findProcurementMethod(code)?.label,
    'supplier.type': (code) => labelOf(PROVIDER_TYPES, code),
    'schedule.*.kind': (code) => labelOf(PAYMENT_KINDS, Number(code)),
  },
};
