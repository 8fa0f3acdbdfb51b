// What is asked before something that nothing keeps is left behind: by going to another screen, or by closing the window.

interface LeavingWords {
  readonly title: string;
  /** What is lost, what is not, and what to do instead. */
  readonly content: string;
  readonly leave: string;
}

export const LEAVING_WORDS = {
  form: {
    title: '刚才填写的内容还没有保存',
    content: '离开后这些内容会丢失，已保存的内容不受影响。要留住的，请留在本页，先点“保存”。',
    leave: '不保存，离开',
  },
  setup: {
    title: '首次设置还没有完成',
    content: '离开后刚才填写的内容会丢失；还没有建立站点，没有写入任何数据。',
    leave: '不保存，离开',
  },
  import: {
    title: '这个表格还没有导入',
    content: '离开后要重新选择文件、重新核对；表格文件和计划中已有的内容不受影响。要导入的，请留在本页。',
    leave: '不导入，离开',
  },
  restore: {
    title: '正在从备份恢复',
    content: '现在离开，恢复就会停止，一切照旧，要从头再来。请等它完成。',
    leave: '停止恢复，离开',
  },
} as const satisfies Readonly<Record<string, LeavingWords>>;

/** The same before the window closes, as one item among others that are not saved. */
export const CLOSING_WORDS: Readonly<Record<keyof typeof LEAVING_WORDS, string>> = {
  form: '本页填写的内容还没有保存。要留住的，请留在本页，先点“保存”。',
  setup: '首次设置还没有完成。要留住的，请留在本页，一直办到“完成设置”。',
  import: '选择的表格还没有导入。要导入的，请留在本页。',
  restore: '正在从备份恢复。现在关闭，恢复就会停止，一切照旧。请等它完成。',
};
