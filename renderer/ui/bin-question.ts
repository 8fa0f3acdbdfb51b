// What is asked before a draft goes into the bin.

/** The question as the kit takes it; `okText` is what the button that does it says. */
export function binQuestion(title: string, onOk: () => unknown, okText = '删除') {
  return { title, content: '可在回收站还原，保留 30 天。', okText, okButtonProps: { danger: true }, cancelText: '保留', onOk };
}
