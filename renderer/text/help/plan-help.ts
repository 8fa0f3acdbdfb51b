// Help of the yearly plan: the sheet of the year, one project, its review and finalising, and the offices a county prepares for.

import {
  DRAFT_KEPT, EVERY_OFFICE, F1_KEY, FINANCE, FORM_KEYS, type HelpText, KEPT, LIST_KEYS, NOTHING_TAKEN, PLAN_STATES, PREPARERS, SECRECY_STOP,
  TICK_KEY,
} from './help-text';
import { SHEET_KEYS } from './sheet-keys';

export const CATALOGUE_HELP: HelpText = {
  id: 'catalogue',
  title: '指导性目录',
  pages: ['/catalogue'],
  offices: EVERY_OFFICE,
  purpose: '查看可以购买的事项和不得购买的事项。编制计划时只能从这里选择。',
  steps: [
    '在查找框输入汉字、拼音、首字母或代码，如“养老”“ylfw”“1.07”。',
    '点左边的一项，右边显示代码、类别、建议品目和条文原文。',
    '带“须复核”的，先看警示内容，编制时要写明理由。',
    '点“不得购买的事项”，逐条核对要买的服务是否在其中。',
  ],
  keys: [{ keys: '↑ ↓', does: '上一项、下一项' }, { keys: '← →', does: '收起、展开类别' }, { keys: 'Enter', does: '选中这一项' }, F1_KEY],
  states: [['须复核', '这一项容易与不得购买的事项相混，编制时须写明可以购买的理由。']],
  troubles: [
    { what: '查不到要买的服务', safe: KEPT, next: '换一个词再查；确实没有的，属于第六类“其他”，须写明名称、理由并经财政部门同意。' },
  ],
  clauses: ['80号文 三(三)', '80号文 三(三)6', '80号文 三(四)1', 'L06', 'L07', 'L12'],
};

export const PLAN_HELP: HelpText = {
  id: 'plan',
  title: '年度计划',
  pages: ['/plan'],
  offices: PREPARERS,
  purpose: '编制本年度购买服务计划，一行一个项目，像表格一样填写。填的内容自动保存为草稿。',
  steps: [
    '在右上角选择计划年度。',
    '在最后的空行直接输入，或点“新增一行”；也可以从 Excel、WPS 复制一块，选中起点按 Ctrl+V，核对后点“填入”。',
    '按 F8 到下一处标记：✕ 须改正，！ 请核实，· 未填。点“依据”看条文。',
    '常用列以外的栏目在“显示的列”里换着填，或按 F4 打开整表。',
    '填完后勾选项目，点“一并送审、定稿”送审；由另一位经办人登录审核定稿。',
    '到“报送与接收”导出给财政部门。',
  ],
  keys: [...SHEET_KEYS, F1_KEY],
  states: PLAN_STATES,
  troubles: [
    { what: '粘贴时有几格标为有问题', safe: '还没有填入，原来的内容不变。', next: '看每格的原因；改好再粘贴，或先按原样填入，以后在表格中改正。' },
    { what: '填错了、删错了', safe: DRAFT_KEPT, next: '按 Ctrl+Z 逐步撤销，重新打开程序后也能撤销；删除的草稿在回收站。' },
    { what: '突然停电或关了电脑', safe: '显示“已自动保存”的内容都在。', next: '重新打开程序，从停下的地方继续。' },
    { what: '这一行不能修改', safe: KEPT, next: '已定稿的，打开后点“修改后重新送审”；别人编制的，由编制人改，或点“接手编制”。' },
    SECRECY_STOP,
  ],
  clauses: ['80号文 三(四)2', '80号文 三(五)', '80号文 三(三)', '80号文 三(一)'],
};

export const IMPORT_HELP: HelpText = {
  id: 'import',
  title: '导入 Excel',
  pages: ['/plan/import'],
  offices: PREPARERS,
  purpose: '把填好的表格整份读进年度计划。先逐行核对，确认之前不写入任何内容。',
  steps: [
    '没有表格的，点“下载填报模板”，填好再来。',
    '点“选择 Excel 文件”，或把文件拖到这里。',
    '不是模板的表格，核对每一栏对应计划的哪一栏；下次会记住。',
    '逐行看核对结果：新增、修改、不变、不能导入，点一行看原因。',
    '点“导入可用的行”，导入为草稿，可以一次撤销。',
    '有问题的行另存为 Excel，表里写有原因，改好再导入。',
  ],
  keys: [...LIST_KEYS, F1_KEY],
  states: [
    ['新增', '计划里没有这个编号，导入为新项目。'],
    ['修改', '计划里已有，内容有变化。'],
    ['不变', '与计划里的一样。'],
    ['不能导入', '这一行有问题，写明原因。'],
  ],
  troubles: [
    { what: '提示文件读不懂或不安全', safe: NOTHING_TAKEN, next: '在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。' },
    { what: '金额大了一万倍或小了一万倍', safe: '导入之前没有写入。', next: '点“调整对应关系”，改“表中金额的单位”。' },
    { what: '导入以后发现不对', safe: '导入的是草稿。', next: '在计划页按 Ctrl+Z，一次撤销。' },
  ],
  clauses: ['80号文 三(四)2'],
};

export const PLAN_ITEM_HELP: HelpText = {
  id: 'plan-item',
  title: '编制购买项目',
  pages: ['/plan/:id'],
  offices: PREPARERS,
  purpose: '把一个项目填完整：买什么、为什么买、多少钱、钱从哪里来、达到什么效果。',
  steps: [
    '按左边的部分逐一填写，数字是还有几处要填，打勾的是填好的。',
    '红色“须改正”的必须改；“请核实”的由本单位核对属实；点“依据”看条文。',
    '各项资金相加要与项目金额完全相等，差几分也会指出。',
    '点“送审”。送审后请另一位经办人登录。',
    '另一位经办人打开本项目，逐处核对，点“审核定稿”。定稿后写入正式记录。',
  ],
  keys: [...FORM_KEYS, F1_KEY],
  states: PLAN_STATES,
  troubles: [
    { what: '点“送审”没有送出去', safe: DRAFT_KEPT, next: '点“查看清单”，从第一处须改正的改起。' },
    { what: '只有一位经办人，无法审核', safe: DRAFT_KEPT, next: '在“本单位”增加一位经办人，由其登录审核定稿。' },
    { what: '定稿以后发现有错', safe: '定稿的内容不变。', next: '导出之前点“修改后重新送审”形成新版本；已导出的，请财政部门退回后再改。' },
    SECRECY_STOP,
  ],
  clauses: ['80号文 三(四)2', '80号文 三(三)尾', '80号文 三(五)', '80号文 三(六)', '80号文 二(二)2', 'L08', 'L12', 'L43', 'L48'],
};

export const BUYER_HELP: HelpText = {
  id: 'buyer',
  title: '购买主体',
  pages: ['/plan/buyers/:id'],
  offices: PREPARERS,
  purpose: '登记购买主体的名称、代码和类型。不符合条件的单位可以登记，但其项目不能定稿。',
  steps: ['填写与公章一致的单位全称和统一社会信用代码。', '选择购买主体类型，回答列出的各项条件。', '有蒙古文名称的一并填写。', '点“保存”。'],
  keys: [...FORM_KEYS, F1_KEY],
  states: [],
  troubles: [{ what: '提示不符合购买主体条件', safe: '可以保存。', next: '核对类型和条件；确不符合的，请由有资格的单位购买。' }],
  clauses: ['80号文 三(一)', 'L03'],
};

export const REVIEW_HELP: HelpText = {
  id: 'review',
  title: '计划审定',
  pages: ['/review'],
  offices: FINANCE,
  purpose: '查看下级单位报来的项目，逐项或成批作出审定。',
  steps: [
    '先在“报送与接收”接收下级单位的数据包。',
    '选择年度，看“待审定”。写了一半没有作出的，列在“未作出的审定”里，从那里接着写。',
    '按 Enter 打开一项逐项审定；内容一致、全额同意的，勾选后点“批量审定”。',
    '审定完成后，到“报送与接收”导出批复，送回报送单位。',
  ],
  keys: [...LIST_KEYS, TICK_KEY, F1_KEY],
  states: [
    ['待审定', '已收到，还没有审定意见。'],
    ['已批复', '已有同意、核减、退回或不予同意的意见。'],
  ],
  troubles: [
    { what: '批量审定时有几项没有审定', safe: '已审定的已保存，其余不变。', next: '看每项的原因，逐项打开办理；有草稿的，请在该项里作出或删除。' },
    { what: '报送单位说已报送，这里没有', safe: KEPT, next: '核对年度和筛选；再看“报送与接收”里是否已接收该数据包。' },
  ],
  clauses: ['80号文 三(四)2', '80号文 四(一)'],
};

export const RULING_HELP: HelpText = {
  id: 'ruling',
  title: '审定项目',
  pages: ['/review/:itemId'],
  offices: FINANCE,
  purpose: '对一个送审项目作出同意、核减、退回或不予同意的决定。',
  steps: [
    '逐栏看送审内容；对某一栏有意见的，点该栏的“提意见”。',
    '选择审定结果。核减的改审定金额，须小于申报金额。',
    '填写批复文号和审定日期；核减、退回、不予同意的写明理由。',
    '填写的内容自动保存，可以撤销、重做，也可以中途离开。',
    '点“作出审定”，再核对一遍后确定。定稿后不能更改。',
  ],
  keys: [...FORM_KEYS, { keys: 'Ctrl+Z Ctrl+Y', does: '在输入框以外撤销、重做一步' }, F1_KEY],
  states: [['有草稿', '写了还没有作出，只在本机，报送单位看不到。']],
  troubles: [
    { what: '提示审定人是本项目的编制人或复核人', safe: NOTHING_TAKEN, next: '换一位经办人登录审定。' },
    { what: '没有点“作出审定”就离开了本页', safe: `没有作出审定；${DRAFT_KEPT}`, next: '从“未作出的审定”或列表打开该项目，接着填写。' },
    { what: '提示项目已重新送审，写的审定没有带入', safe: '原来写的都在，没有作出。', next: '点“带入，逐处核对”，对照“版本”改好后点“已逐处核对”；不用的点“不带入，重新填写”。' },
    { what: '提示另一位经办人正在审定', safe: DRAFT_KEPT, next: '由其作出；需要由您办理的，点“接手审定”。' },
    SECRECY_STOP,
  ],
  clauses: ['80号文 三(四)2', '80号文 四(一)', '80号文 一'],
};
