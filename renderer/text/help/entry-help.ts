// Help of the pages before and around sign-in: set-up, signing in, the home page, this office.

import { EVERY_OFFICE, F1_KEY, FORM_KEYS, type HelpText, KEPT, TRY_LATER } from './help-text';

export const SETUP_HELP: HelpText = {
  id: 'setup',
  title: '首次设置',
  pages: [],
  offices: EVERY_OFFICE,
  purpose: '给本机登记单位、经办人和密钥，只做一次，约十分钟。请先准备好统一社会信用代码证书。',
  steps: [
    '阅读并作出保密声明：本系统为非涉密系统。',
    '选择单位类型、盟市和旗县，填写与公章一致的单位全称和统一社会信用代码。',
    '登记经办人，至少两人：编制与审核、经办与验收不能是同一人。各人自己设口令。',
    '由负责人设密钥口令。密钥口令代表单位签名，不要与个人口令相同。',
    '点“完成设置”，打印或抄写恢复单，由负责人封存。恢复码只显示这一次。',
    '点“进入登录”，由经办人用自己的口令登录。',
  ],
  keys: [...FORM_KEYS, F1_KEY],
  states: [],
  troubles: [
    { what: '提示信用代码校验码不符', safe: '已填的内容仍在页面上。', next: '对照证书核对；证书本身如此的，可以继续。' },
    { what: '中途关闭了窗口', safe: '还没有完成设置，本机没有留下单位信息。', next: '重新打开程序，从头填写。' },
    { what: '单位类型或地区选错了，已经完成设置', safe: KEPT, next: '单位、地区和密钥设置后不能更改。先不要录入业务，联系维护人员。' },
  ],
  clauses: ['80号文 三(一)', 'L03', 'L66'],
};

export const SIGN_IN_HELP: HelpText = {
  id: 'sign-in',
  title: '登录',
  pages: [],
  offices: EVERY_OFFICE,
  purpose: '每位经办人用自己的口令登录，谁办的事记在谁名下。',
  steps: ['选择自己的姓名。', '输入自己的口令，按 Enter 或点“登录”。', '离开座位前点左下角“锁定退出”；十五分钟不操作会自动锁定。'],
  keys: [{ keys: 'Tab', does: '到下一栏' }, { keys: 'Enter', does: '登录' }, F1_KEY],
  states: [],
  troubles: [
    { what: '提示口令不正确', safe: KEPT, next: '看清大小写和输入法状态再输一次。' },
    TRY_LATER,
    { what: '忘记了自己的口令', safe: KEPT, next: '由其他经办人登录办理；个人口令不能找回，可请其在“本单位”另行登记一位经办人。' },
    { what: '提示本机的站点数据不完整', safe: '程序没有改动任何文件。', next: '不要删除数据文件夹，先复制备份，再联系维护人员。' },
  ],
  clauses: [],
};

export const HOME_HELP: HelpText = {
  id: 'home',
  title: '首页',
  pages: ['/home'],
  offices: EVERY_OFFICE,
  purpose: '看要办的事和期限、等待回执的数据包，以及本年度的资金。每件事、每个数字都可以点开。',
  steps: [
    '在右上角选择年度。',
    '先看待办，已逾期和最近的排在前面；点它就到办理的页面。',
    '不清楚期限怎么来的，点“怎么算的”，看起算日、天数和依据。',
    '在别处已经办完的，点“已办”登记；登记错了可以撤销。',
    '在资金表里点一个数字，看它由哪些项目、合同或验收组成。',
    '新装的单位按“五步入门”逐步办理，办完的打勾。',
  ],
  keys: [{ keys: 'Tab', does: '到下一件事' }, { keys: 'Enter', does: '打开' }, F1_KEY],
  states: [
    ['待报送', '已定稿、还没有导出的记录。'],
    ['待签收', '已导出、还没有收到回执的数据包。'],
  ],
  troubles: [
    { what: '数字与想的不一样', safe: KEPT, next: '核对右上角的年度；财政部门的数字只含已接收的数据包。' },
    { what: '万元数相加与合计不等', safe: KEPT, next: '万元数是四舍五入的，精确的数请切换到“元”。' },
    { what: '打开时显示“正在从日志重新整理数据”', safe: '已保存的内容都在日志里，没有丢失。', next: '等进度走完即可，不要关机。' },
  ],
  clauses: ['80号文 三(四)2', 'L20', 'L21', 'L33', 'L55', 'L58'],
};

export const STATION_HELP: HelpText = {
  id: 'station',
  title: '本单位',
  pages: ['/station'],
  offices: EVERY_OFFICE,
  purpose: '查看单位信息和密钥指纹，增加经办人，调整显示，密钥口令忘记时用恢复码恢复。',
  steps: [
    '核对单位名称、地区和统一社会信用代码。',
    '经办人不足两人的，点“增加经办人”，请本人到场自己设口令。',
    '对方来电核对时，读出这一页的密钥指纹，逐组核对。',
    '看不清字的，在“显示”里把文字调大，或换深色，立即生效。',
    '画面花屏、闪烁的，在“显示”里勾选“不使用显卡加速”，重新启动程序。',
  ],
  keys: [{ keys: 'Tab', does: '到下一处' }, { keys: '空格 Enter', does: '按下按钮、选中选项' }, F1_KEY],
  states: [
    ['当前登录', '正在使用本机的经办人。'],
    ['在用', '可以登录。'],
    ['停用', '不能登录，以前办的事仍记在其名下。'],
  ],
  troubles: [
    { what: '单位名称、地区写错了', safe: KEPT, next: '设置后不能更改，请联系维护人员。' },
    { what: '忘记密钥口令', safe: '业务数据不受影响。', next: '取出封存的恢复单，按“恢复密钥口令”的步骤办理。' },
  ],
  clauses: ['80号文 三(一)', 'L67'],
};

export const RECOVERY_HELP: HelpText = {
  id: 'recovery',
  title: '恢复密钥口令',
  pages: [],
  offices: EVERY_OFFICE,
  purpose: '密钥口令忘记时，用封存的恢复单重新设一个口令。密钥本身不变，对方不用重新准入。',
  steps: [
    '由负责人取出封存的恢复单。',
    '登录后打开“本单位”，点“忘记密钥口令，用恢复码恢复”。',
    '对照恢复单输入恢复码，一组一组核对。',
    '输入两遍新的密钥口令，至少 10 个字符，点“恢复并换新口令”。',
    '办完后重新封存恢复单，恢复码继续有效。',
  ],
  keys: FORM_KEYS,
  states: [],
  troubles: [
    { what: '提示恢复码某一组有错', safe: '密钥没有改动。', next: '对照恢复单核对这一组，再输一次。' },
    { what: '提示恢复码不能打开密钥', safe: '密钥没有改动。', next: '核对是不是本单位、本机的恢复单。' },
    { what: '恢复单也找不到了', safe: '已保存的业务数据仍可查看。', next: '不能再签名导出，请联系维护人员。' },
  ],
  clauses: ['L67'],
};

export const DAMAGE_HELP: HelpText = {
  id: 'damage',
  title: '站点数据不完整',
  pages: [],
  offices: EVERY_OFFICE,
  purpose: '程序发现本机的文件缺失或损坏，没有打开，也没有改动任何文件。',
  steps: ['不要重新设置，不要删除数据文件夹。', '把整个数据文件夹复制到另一块磁盘。', '记下页面上的编号，联系维护人员。'],
  keys: [F1_KEY],
  states: [],
  troubles: [{ what: '能不能重装程序', safe: '重装程序不会修好文件。', next: '先复制备份，等维护人员处理。' }],
  clauses: [],
};
