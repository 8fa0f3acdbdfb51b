// Help of contracts and acceptances: the lists, where a new one begins, the forms and the finished records.

import { DRAFT_KEPT, EVERY_OFFICE, F1_KEY, FORM_KEYS, type HelpText, KEPT, LIST_KEYS, PREPARERS, RECORD_STATES, SECRECY_STOP } from './help-text';

export const CONTRACTS_HELP: HelpText = {
  id: 'contracts',
  title: '合同',
  pages: ['/contracts'],
  offices: EVERY_OFFICE,
  purpose: '查看本年度的合同和草稿；财政部门还能看到下级报来的合同。',
  steps: ['选择年度。', '本单位签订合同的，点“新建合同”，选择已批复的项目。', '按 Enter 打开一份合同，可以查看、修订或办理验收。'],
  keys: [...LIST_KEYS, F1_KEY],
  states: RECORD_STATES,
  troubles: [
    { what: '要找的合同不在列表里', safe: KEPT, next: '核对年度；没有定稿的在上方“草稿”里。' },
    { what: '误删了草稿', safe: '已定稿的合同不受影响。', next: '在回收站里找回。' },
  ],
  clauses: ['80号文 三(四)3'],
};

export const CHOOSE_ITEM_HELP: HelpText = {
  id: 'choose-item',
  title: '选择批复的项目',
  pages: ['/contracts/new'],
  offices: PREPARERS,
  purpose: '合同必须依据批复签订。这里只列出现行版本已获同意或核减的项目，和还可以签订的金额。',
  steps: ['输入编号或名称查找项目。', '看“尚可签订”的金额。', '点“选用”，打开合同表单。'],
  keys: [...LIST_KEYS, F1_KEY],
  states: [],
  troubles: [
    { what: '列表是空的', safe: KEPT, next: '先接收财政部门的批复：到“报送与接收”接收数据包。' },
    { what: '项目已批复，这里没有', safe: KEPT, next: '批复之后又重新送审的，要等现行版本的批复。' },
  ],
  clauses: ['80号文 三(四)3', '80号文 三(五)'],
};

export const CONTRACT_FORM_HELP: HelpText = {
  id: 'contract-form',
  title: '签订合同',
  pages: ['/contracts/:contractId/edit'],
  offices: PREPARERS,
  purpose: '登记与承接主体签订的合同。文件列举的八项内容缺一项都不能定稿。',
  steps: [
    '填写编号、名称、签订日期和承接主体；收款人必须就是承接主体。',
    '逐项填写明细，点“按明细合计填写”得出合同金额。',
    '填写质量要求、服务期限、付款安排；各期付款合计须等于合同金额，可点“补足差额”。',
    '写明购买主体、承接主体、服务对象三方的权利义务，以及违约责任和验收方案。',
    '看页末“定稿前检查”，须改正的点“定位”逐处改。',
    '点“定稿”，核对后确定。',
  ],
  keys: [...FORM_KEYS, F1_KEY],
  states: RECORD_STATES,
  troubles: [
    { what: '提示超出审定金额', safe: DRAFT_KEPT, next: '调减合同金额；确需增加的，先办理预算调整。' },
    { what: '提示期限超过一年', safe: DRAFT_KEPT, next: '同时符合四个条件的逐项勾选；不符合的缩短到一年以内。' },
    { what: '提示付款合计与合同金额不等', safe: DRAFT_KEPT, next: '看相差几元几分，改其中一期，或点“补足差额”。' },
    SECRECY_STOP,
  ],
  clauses: ['80号文 三(四)3', '80号文 四(二)', '80号文 三(五)', 'L02', 'L08', 'L20', 'L46'],
};

export const CONTRACT_HELP: HelpText = {
  id: 'contract',
  title: '查看合同',
  pages: ['/contracts/:contractId'],
  offices: EVERY_OFFICE,
  purpose: '查看一份已定稿的合同、它的验收和还能不能修订。',
  steps: ['逐部分查看合同内容。', '要改的点“修订合同”；已导出或已有验收的不能再修订。', '服务完成后点“办理验收”。'],
  keys: [{ keys: 'Tab', does: '到下一个按钮或链接' }, F1_KEY],
  states: RECORD_STATES,
  troubles: [{ what: '“修订合同”不见了', safe: KEPT, next: '合同已导出、已有验收，或是其他单位的合同，只能查看；页首写明原因。' }],
  clauses: ['80号文 三(四)3', 'L21', 'L33'],
};

export const ACCEPTANCES_HELP: HelpText = {
  id: 'acceptances',
  title: '验收',
  pages: ['/acceptances'],
  offices: EVERY_OFFICE,
  purpose: '查看本年度的验收和草稿；财政部门还能看到下级报来的验收。',
  steps: ['选择年度。', '本单位验收的，点“新建验收”，选择要验收的合同。', '按 Enter 打开一次验收，可以查看或更正。'],
  keys: [...LIST_KEYS, F1_KEY],
  states: RECORD_STATES,
  troubles: [{ what: '要找的验收不在列表里', safe: KEPT, next: '核对年度；没有定稿的在上方“草稿”里。' }],
  clauses: ['80号文 三(四)3'],
};

export const CHOOSE_CONTRACT_HELP: HelpText = {
  id: 'choose-contract',
  title: '选择合同',
  pages: ['/acceptances/new', '/acceptances/new/:contractId'],
  offices: PREPARERS,
  purpose: '选择要验收的合同，看已经验收多少、还剩多少。',
  steps: ['输入编号、名称或承接主体查找合同。', '点“选用”，核对合同金额和未验收金额。', '点“新建验收”；有没填完的，点“继续填写”。'],
  keys: [...LIST_KEYS, F1_KEY],
  states: [],
  troubles: [{ what: '列表是空的', safe: KEPT, next: '先把合同定稿，定稿后才能验收。' }],
  clauses: ['80号文 三(四)3'],
};

export const ACCEPTANCE_FORM_HELP: HelpText = {
  id: 'acceptance-form',
  title: '办理验收',
  pages: ['/acceptances/:acceptanceId/edit'],
  offices: PREPARERS,
  purpose: '按合同逐项验收，记下交付、验收、意见和应付金额。合同经办人不能自己验收定稿。',
  steps: [
    '填写验收编号和日期。',
    '对合同每一项填写交付数量、验收数量、是否符合和实际情况。',
    '登记验收人员；公共服务应邀请服务对象参加并填写其意见。',
    '有扣款的写明依据；应付金额按验收数量和单价计算。',
    '选择验收结论，看页末“定稿前检查”。',
    '由合同经办人以外的人登录，点“定稿”。',
  ],
  keys: [...FORM_KEYS, F1_KEY],
  states: RECORD_STATES,
  troubles: [
    { what: '提示您是合同的经办人', safe: DRAFT_KEPT, next: '先填好，再“锁定退出”，由另一位经办人登录打开这份草稿定稿。' },
    { what: '提示应付金额不对', safe: DRAFT_KEPT, next: '核对验收数量和扣款；金额按合同单价算到分。' },
    SECRECY_STOP,
  ],
  clauses: ['80号文 三(四)3', '80号文 一', '80号文 四(三)', 'L32', 'L46'],
};

export const ACCEPTANCE_HELP: HelpText = {
  id: 'acceptance',
  title: '查看验收',
  pages: ['/acceptances/:acceptanceId'],
  offices: EVERY_OFFICE,
  purpose: '查看一次已定稿的验收。',
  steps: ['查看逐项验收的数量、金额和结论。', '要看合同的点“查看合同”。', '有错的点“更正验收”；已导出的不能再更正。'],
  keys: [{ keys: 'Tab', does: '到下一个按钮或链接' }, F1_KEY],
  states: RECORD_STATES,
  troubles: [{ what: '“更正验收”不见了', safe: KEPT, next: '验收已导出，或是其他单位的验收，只能查看；页首写明原因。' }],
  clauses: ['80号文 三(四)3', 'L32'],
};
