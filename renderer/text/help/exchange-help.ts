// Help of what travels between offices: sealing, opening, admitting each other; and of the figures that come of it.

import { EVERY_OFFICE, F1_KEY, FINANCE, type HelpText, KEPT, NOTHING_TAKEN } from './help-text';

const KEYS = [{ keys: 'Tab', does: '到下一处' }, { keys: '← →', does: '在各页签之间切换' }, { keys: '空格 Enter', does: '按下按钮' }, F1_KEY];

export const SEND_HELP: HelpText = {
  id: 'send',
  title: '导出报送',
  pages: ['/exchange', '/exchange/send'],
  offices: EVERY_OFFICE,
  purpose: '把已定稿的记录装进一个签名的数据包，用优盘送给上级或下级。草稿不会导出。',
  steps: [
    '插入优盘，确认是非涉密介质。',
    '选择接收单位。',
    '点“选择优盘或文件夹并导出”，输入密钥口令。',
    '等到提示“已导出并读回比对一致”，再弹出优盘。',
    '把优盘交给对方；对方接收后，下次送来的数据包里有回执。',
  ],
  keys: KEYS,
  states: [
    ['已导出', '数据包已写好，还没有收到回执。'],
    ['已签收', '对方的回执已收到。'],
  ],
  troubles: [
    { what: '提示还没有准入的单位', safe: KEPT, next: '先到“往来单位”与对方互相准入。' },
    { what: '中途拔出了优盘，或优盘写不进去', safe: '没有生成数据包，原有数据不受影响。', next: '重新插好优盘，再导出一次。' },
    { what: '数据包丢了', safe: '记录都在本机。', next: '再导出一次；对方说缺少以前数据的，勾选“从头导出”。' },
    { what: '提示没有可报送的内容', safe: KEPT, next: '先把计划、合同或验收定稿。' },
  ],
  clauses: ['80号文 三(四)2', '80号文 四(二)', 'L66', 'L67'],
};

export const RECEIVE_HELP: HelpText = {
  id: 'receive',
  title: '接收数据包',
  pages: ['/exchange/receive'],
  offices: EVERY_OFFICE,
  purpose: '接收对方送来的数据包。程序逐项检查签名和内容，全部通过才存入。',
  steps: [
    '插入优盘，点“选择数据包文件”；也可以直接双击数据包文件。',
    '输入密钥口令。',
    '等检查和存入完成，看新收了几条记录。',
    '回执已自动写入，下次导出给对方时一并送回。',
  ],
  keys: KEYS,
  states: [['已写入，随下次导出送回', '回执还在本机。'], ['已随数据包送回', '回执已交给对方。']],
  troubles: [
    { what: '提示文件损坏、被改动或签名不对', safe: NOTHING_TAKEN, next: '不要使用这个文件，请对方重新导出。' },
    { what: '提示发送单位还没有准入', safe: NOTHING_TAKEN, next: '打电话逐组核对密钥指纹，完全一致才准入。' },
    { what: '提示中间有缺', safe: NOTHING_TAKEN, next: '先接收之前的数据包，或请对方勾选“从头导出”。' },
    { what: '同一个数据包接收了两次', safe: '不会多出内容。', next: '不必处理。' },
  ],
  clauses: ['L66', 'L67', 'L68'],
};

export const DIRECTORY_HELP: HelpText = {
  id: 'directory',
  title: '往来单位',
  pages: ['/exchange/directory'],
  offices: EVERY_OFFICE,
  purpose: '与上级、下级单位互相准入。只有核对过密钥指纹的单位，数据包才会接收。',
  steps: [
    '点“导出名片”，输入密钥口令，把名片文件交给对方。',
    '点“读入对方名片”，选择对方的名片文件。',
    '用已知的电话打给对方，或当面，请对方读出“本单位”页上的密钥指纹。',
    '逐组核对，各组完全一致才点“一致，准入”。',
    '对方也要这样准入本单位，两边都准入才能往来。',
  ],
  keys: KEYS,
  states: [
    ['已准入', '可以互送数据包。'],
    ['已撤销', '不再接收该单位的数据包，已接收的不变。'],
  ],
  troubles: [
    { what: '指纹有一个字符不一致', safe: NOTHING_TAKEN, next: '不要准入，立即联系对方核实。' },
    { what: '提示没有上下级关系或不在同一地区', safe: NOTHING_TAKEN, next: '核对对方的单位类型和地区；登记错的由对方处理。' },
  ],
  clauses: ['80号文 四(二)', 'L67'],
};

export const PAPER_CHECK_HELP: HelpText = {
  id: 'paper-check',
  title: '核对纸件',
  pages: ['/exchange/paper'],
  offices: EVERY_OFFICE,
  purpose: '看手里的纸件与本机的电子记录是不是同一份。',
  steps: [
    '找到纸件右上角的二维码，旁边是编号和 SM3。',
    '用扫码枪扫入，或照着输入编号和 SM3。',
    '点“核对”，看是否一致。',
    '一致的，再把纸面上的内容与屏幕对一遍：二维码不能防止纸面涂改。',
  ],
  keys: KEYS,
  states: [
    ['一致', '纸件由本机现有的数据包或记录打印。'],
    ['不一致', '编号相同而内容不同，不要采用这份纸件。'],
  ],
  troubles: [
    { what: '提示没有读出编号和 SM3', safe: KEPT, next: '重新扫一次；手工输入的，SM3 应有 64 个字符。' },
    { what: '提示本机没有这个数据包', safe: KEPT, next: '先接收这个数据包，再核对一次。' },
  ],
  clauses: ['L68'],
};

export const SUMMARY_HELP: HelpText = {
  id: 'summary',
  title: '汇总',
  pages: ['/summary'],
  offices: FINANCE,
  purpose: '看下级各单位报来的数字，按单位、地区、购买主体或目录类别汇总，精确到分。',
  steps: [
    '先接收下级单位的数据包。',
    '在右上角选择年度。',
    '在“明细”右上角选择怎样分组。',
    '按填报单位分组时，点“签名依据”看数字由谁签名、由谁准入。',
  ],
  keys: [{ keys: 'Tab', does: '到下一处' }, { keys: '← →', does: '切换分组' }, F1_KEY],
  states: [['待批复', '已收到，还没有批复。']],
  troubles: [
    { what: '少了某个单位的数字', safe: KEPT, next: '看“报送与接收”里是否已接收该单位的数据包。' },
    { what: '与下级报的纸质表不一致', safe: KEPT, next: '打开“签名依据”，看签到第几条、什么时间；请对方核对是否有后来定稿的内容没有导出。' },
  ],
  clauses: ['80号文 四(一)', '80号文 四(二)', '80号文 四(三)'],
};
