// Error code → three sentences: what happened, whether the data is safe, what to do next. Codes come from Failure.

import type { Failure } from '#shared/base/result';

export interface ErrorSentence {
  readonly what: string;
  readonly safety: string;
  readonly next: string;
}

type Evidence = NonNullable<Failure['evidence']>;
type Entry = readonly [what: string | ((e: Evidence) => string), safety: string, next: string];

const SAVED = '此前显示“已保存”的内容都在。';
const NOT_SAVED = '刚才的内容尚未保存，仍在页面上。';
const NOTHING_STORED = '没有存入任何内容，原有数据未受影响。';
const NOT_SENT = '没有生成数据包，原有数据未受影响。';
const FROM_SENDER = '请联系发送单位重新导出后再接收。';

const e = (evidence: Evidence, key: string) => String(evidence[key] ?? '');

export const ERROR_SENTENCES: Readonly<Record<string, Entry>> = {
  'app.unexpected': ['程序出了故障。', SAVED, '请重试一次；如再次出现，请把编号告知维护人员。'],
  'app.bad-request': ['页面发出的请求不合规定，已被拒绝。', SAVED, '请重试一次；如再次出现，请把编号告知维护人员。'],
  'app.bad-reply': ['程序内部的答复不合规定。', SAVED, '请重新启动程序后再试。'],
  'app.refused-sender': ['请求来源不明，已被拒绝。', SAVED, '请重新启动程序。'],
  'app.cancelled': ['已按您的要求停止。', SAVED, '可以随时重新开始。'],

  'session.not-signed-in': ['尚未登录或已自动锁定。', NOT_SAVED, '请重新登录后再试。'],
  'session.wrong-password': ['口令不正确。', SAVED, '请重新输入，注意大小写和输入法状态。'],
  'session.too-many-tries': ['口令连续输错，暂时不能再试。', SAVED, '请稍候再试。'],
  'session.unknown-operator': ['没有找到这位经办人。', SAVED, '请重新选择经办人。'],

  'station.damaged': ['本机的站点数据不完整。', '程序没有改动任何文件。', '请不要删除数据文件夹，先复制备份，再联系维护人员恢复。'],
  'station.already-set-up': ['本机已经设置过单位。', SAVED, '请直接登录。'],
  'station.bad-profile': ['单位信息有不合规定的地方。', NOT_SAVED, '请核对单位名称、所在地区和统一社会信用代码。'],
  'journal.damaged': ['本机日志文件有损坏。', '程序没有改动任何文件。', '请不要删除数据文件夹，先复制备份，再联系维护人员恢复。'],

  'vault.wrong-passphrase': ['密钥口令不正确。', SAVED, '请重新输入，注意大小写和输入法状态。'],
  'vault.wrong-recovery-code': ['恢复码不正确。', SAVED, '请对照纸质恢复单逐组核对。'],
  'vault.locked': ['密钥尚未打开。', SAVED, '请先输入密钥口令。'],
  'vault.missing': ['没有找到本单位的密钥文件。', '业务数据未受影响。', '请不要重新设置，先联系维护人员恢复密钥文件。'],
  'vault.damaged': ['本单位的密钥文件已损坏。', '业务数据未受影响。', '请用纸质恢复单上的恢复码恢复密钥。'],
  'vault.too-many-tries': ['口令连续输错，暂时不能再试。', SAVED, '请稍候再试。'],

  'commit.stale': ['这条记录刚刚被改过。', NOT_SAVED, '请重新打开这条记录，核对后再保存。'],
  'commit.not-applied': ['内容已写入日志，页面还没有更新。', '内容已保存。', '请稍候；如仍未更新，请重新启动程序。'],
  'journal.disk-full': ['磁盘已满，没有保存成功。', NOT_SAVED, '请清理磁盘后再次保存。'],
  'journal.io': ['写入磁盘失败，没有保存成功。', NOT_SAVED, '请检查磁盘后再次保存。'],
  'journal.closed': ['日志已停止写入。', NOT_SAVED, '请先抄下未保存的内容，再重新启动程序。'],
  'journal.line-too-long': ['这条记录过长。', NOT_SAVED, '请精简文字后再保存。'],
  'record.bad-body': [(v) => `“${e(v, 'field')}”一栏不合规定。`, NOT_SAVED, '请按提示改正后再保存。'],
  'record.wrong-actor': ['经办人与当前登录人不一致。', NOT_SAVED, '请由当前登录人办理，或换人登录。'],
  'record.office-may-not-write': ['本单位无权登记这类记录。', NOT_SAVED, '请核对单位类型。'],

  'attachment.too-large': ['附件超过 200 MB。', '附件没有存入。', '请压缩或拆分后再添加。'],
  'attachment.empty': ['附件是空文件。', '附件没有存入。', '请核对文件后再添加。'],
  'attachment.unknown-type': ['附件不是 PDF、PNG 或 JPEG 文件。', '附件没有存入。', '请另存为 PDF 或图片后再添加。'],
  'attachment.unreadable': ['附件无法读取。', '附件没有存入。', '请核对文件是否仍在原处。'],

  'card.unreadable': ['名片文件无法读取。', NOTHING_STORED, FROM_SENDER],
  'card.bad-signature': ['名片文件的签名不对，可能被改动过。', NOTHING_STORED, FROM_SENDER],
  'card.own': ['这是本单位自己的名片。', NOTHING_STORED, '请选择对方单位的名片文件。'],

  'bundle.disk-full': ['磁盘或优盘空间不足。', NOT_SENT, '请清理空间或更换优盘后重试。'],
  'bundle.target-lost': ['优盘或文件夹写不进去，可能已被拔出。', NOT_SENT, '请重新插好优盘，再导出一次。'],
  'bundle.readback-differs': ['写入的文件与原文不一致，优盘可能已损坏。', NOT_SENT, '请更换优盘后重新导出。'],
  'bundle.unreadable': ['数据包无法读取。', NOTHING_STORED, '请核对优盘是否插好、文件是否完整。'],
  'bundle.too-large': ['数据包超过规定大小。', NOTHING_STORED, FROM_SENDER],
  'bundle.bad-container': ['这不是完好的数据包，可能已损坏或被改动。', NOTHING_STORED, FROM_SENDER],
  'bundle.bad-signature': ['数据包的签名不对，可能被改动过。', NOTHING_STORED, `${FROM_SENDER}不要使用这个文件。`],
  'bundle.unknown-sender': ['发送单位还没有准入。', NOTHING_STORED, '请与对方核对指纹，一致后准入。'],
  'bundle.revoked-sender': ['发送单位的准入已被撤销。', NOTHING_STORED, '请联系对方核实情况。'],
  'bundle.not-for-us': ['这个数据包不是发给本单位的。', NOTHING_STORED, '请核对是否拿错了文件。'],
  'bundle.bad-digest': ['数据包内的文件与清单不符，可能已损坏。', NOTHING_STORED, FROM_SENDER],
  'bundle.bad-journal': [(v) => `数据包内的日志在第 ${e(v, 'seq')} 条断开。`, NOTHING_STORED, FROM_SENDER],
  'bundle.bad-checkpoint': ['数据包内的签名检查点不对。', NOTHING_STORED, FROM_SENDER],
  'bundle.untrusted-author': ['数据包内有来历不明的单位的日志。', NOTHING_STORED, '请联系发送单位，先由其准入该单位再导出。'],
  'bundle.gap': [
    (v) => `数据包从第 ${e(v, 'from')} 条开始，本机只收到第 ${e(v, 'have')} 条，中间有缺。`,
    NOTHING_STORED,
    '请先接收之前的数据包，或请对方选择“从头导出”。',
  ],
  'bundle.fork': [
    (v) => `同一单位的第 ${e(v, 'seq')} 条日志出现两种内容，对方电脑可能被复制或恢复过旧备份。`,
    '没有合并任何内容，两份内容已另行留存。',
    '请立即联系对方，暂停使用其中一台电脑，并报告维护人员。',
  ],
  'bundle.bad-record': [(v) => `数据包内第 ${e(v, 'seq')} 条记录不合规定。`, NOTHING_STORED, FROM_SENDER],
  'bundle.missing-attachment': ['数据包缺少附件。', NOTHING_STORED, FROM_SENDER],
  'bundle.newer-format': ['数据包由更新的版本生成，本机版本过低。', NOTHING_STORED, '请先升级本机程序再接收。'],
  'bundle.unknown-recipient': ['接收单位还没有准入。', NOT_SENT, '请先读入对方名片，核对指纹后准入。'],
  'bundle.nothing-to-send': ['没有可报送的内容。', NOT_SENT, '请先定稿后再导出。'],
  'exchange.bad-token': ['选择的文件或文件夹已失效。', SAVED, '请重新选择一次。'],
};

/** The sentences of a failure. An unknown code still says that saved data is safe, and shows its number. */
export function sentenceOf(failure: Failure): ErrorSentence {
  const [what, safety, next] = ERROR_SENTENCES[failure.code] ?? [
    `操作没有完成（${failure.code}）。`,
    SAVED,
    '请重试一次；如再次出现，请把编号告知维护人员。',
  ];
  return { what: typeof what === 'string' ? what : what(failure.evidence ?? {}), safety, next };
}
