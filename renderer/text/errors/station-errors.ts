// The station: set-up, session, operators, key and recovery: code → what happened, whether the data is safe, what to do next.

import { type ErrorEntries, KEEP_FOLDER, NOT_SAVED, REPORT, SAVED, UNTOUCHED, said, seconds } from './entry';

export const STATION_ERRORS: ErrorEntries = {
  'session.not-signed-in': ['尚未登录或已自动锁定。', NOT_SAVED, '请重新登录后再试。'],
  'session.ended': ['登录已结束。', NOT_SAVED, '请重新登录后再试。'],
  'session.no-station': ['本机还没有设置单位，或站点没有打开。', SAVED, '请重新启动程序。'],
  'operator.wrong-password': ['口令不正确。', SAVED, '请重新输入，注意大小写和输入法状态。'],
  'operator.unknown': ['没有找到这位经办人，或已停用。', SAVED, '请重新选择经办人。'],
  'operator.try-later': [(evidence) => `口令连续输错，请等 ${seconds(evidence)} 秒再试。`, SAVED, '想不起来的，请由其他经办人登录。'],
  'operator.short-password': ['口令太短。', NOT_SAVED, '请改用至少 8 个字符的口令。'],
  'operator.storage-failed': ['口令没有存下，磁盘写入失败。', NOT_SAVED, '请检查磁盘空间后重试。'],
  'operator.store-damaged': ['口令文件已损坏。', '业务数据未受影响。', KEEP_FOLDER],
  'operator.still-needed': ['不能停用自己。', SAVED, '请由其他经办人登录后办理。'],
  'station.damaged': ['本机的站点数据不完整。', UNTOUCHED, KEEP_FOLDER],
  'station.other-environment': ['演练的数据与正式的数据放错了文件夹。', UNTOUCHED, '请把数据文件夹放回原处再启动；分不清的，请先复制数据文件夹，再联系维护人员。'],
  'station.already-set-up': ['本机已经设置过单位。', SAVED, '请直接登录。'],
  'station.bad-profile': ['单位信息有不合规定的地方。', NOT_SAVED, '请核对单位名称、所在地区、统一社会信用代码和经办人。'],
  'station.closing': ['程序正在退出。', SAVED, '请重新启动程序。'],
  'training.not-empty': ['演练里已经有数据。', SAVED, '请直接在登录页选择单位登录；要重新填充的，请先点“清空演练数据”。'],
  'training.in-use': ['演练数据正在填充或清空，或者另有演练窗口开着。', SAVED, '请关闭其他演练窗口，稍等片刻再试。'],
  'training.not-here': ['正式站点不能填充、清空演练数据。', SAVED, '请先进入演练。'],
  'training.not-ours': ['演练文件夹里有不是演练数据的内容。', UNTOUCHED, '请先把不是演练数据的文件移到别处，再清空。'],
  'training.not-emptied': [
    ({ left = '' }) => `演练数据没有清空完。${leftWords(left)}`,
    '正式数据未受影响。',
    '多半是有文件正被杀毒扫描、资源管理器或其他程序占用：请关闭占用它的程序，再点“清空演练数据”；没有这个按钮的，直接填充即可。',
  ],
  'training.not-filled': [
    ({ left = '' }) => `上次的演练数据没有填充完。${leftWords(left)}`,
    '正式数据未受影响。',
    '请关闭占用演练文件夹的程序，重新启动演练，会接着做完；仍不成功的，清空后重新填充。',
  ],
  'vault.wrong-passphrase': ['密钥口令不正确。', SAVED, '请重新输入，注意大小写和输入法状态。'],
  'vault.try-later': [(evidence) => `口令连续输错，请等 ${seconds(evidence)} 秒再试。`, SAVED, '想不起来的，可用封存的恢复码恢复。'],
  'vault.locked': ['密钥尚未打开。', SAVED, '请先输入密钥口令。'],
  'vault.missing': ['没有找到本单位的密钥文件。', '业务数据未受影响。', '请不要重新设置，用纸质恢复单上的恢复码恢复密钥。'],
  'vault.damaged': ['本单位的密钥文件已损坏。', '业务数据未受影响。', '请用纸质恢复单上的恢复码恢复密钥。'],
  'vault.exists': ['本机已经有密钥。', SAVED, '请直接登录。'],
  'vault.short-passphrase': ['密钥口令太短。', NOT_SAVED, '请改用至少 10 个字符的口令。'],
  'vault.storage-failed': ['密钥没有存下，磁盘写入失败。', NOT_SAVED, '请检查磁盘空间后重试。'],
  'vault.unknown-key': ['没有这个密钥。', SAVED, REPORT],
  'recovery.wrong-code': ['恢复码不能打开密钥。', '密钥没有改动。', '请核对是不是本单位、本机的恢复单。'],
  'recovery.missing': ['没有找到恢复用的密钥文件。', '密钥没有改动。', KEEP_FOLDER],
  'recovery.damaged': ['恢复用的密钥文件已损坏。', '密钥没有改动。', KEEP_FOLDER],
  'recovery.wrong-length': [
    (evidence) => `恢复码应为 ${said(evidence, 'expected')} 个字符，现有 ${said(evidence, 'found')} 个。`,
    '密钥没有改动。',
    '请对照纸质恢复单重新输入。',
  ],
  'recovery.bad-symbol': [(evidence) => `恢复码第 ${said(evidence, 'group')} 组有不会出现的字符。`, '密钥没有改动。', '请对照纸质恢复单核对这一组。'],
  'recovery.bad-group': [(evidence) => `恢复码第 ${said(evidence, 'group')} 组有错。`, '密钥没有改动。', '请对照纸质恢复单核对这一组。'],
};

const LEFT: Readonly<Record<string, string>> = { 'unit-1': '演练单位一', 'unit-2': '演练单位二', county: '演练财政局', stick: '演练优盘', rest: '待删除的残留文件' };

/** What is still in the training folder. */
function leftWords(left: string | number | boolean): string {
  const names = String(left).split(',').flatMap((name) => LEFT[name] ?? []);
  return names.length === 0 ? '' : `还留着：${names.join('、')}。`;
}
