// The system's dialogs, as the rest of the main process sees them. Paths go to main only; the page never hears one.

import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { SavedFileKind } from '#shared/ipc/contract';
import type { Dialogs } from './exchange/dialogs-port';

const FILTERS: Readonly<Record<'bundle' | 'card' | 'attachment' | 'pdf' | 'any' | SavedFileKind, FileFilter[]>> = {
  bundle: [{ name: '购服台数据包', extensions: ['gfb'] }],
  card: [{ name: '购服台站点名片', extensions: ['gfcard'] }],
  attachment: [{ name: 'PDF 或图片', extensions: ['pdf', 'png', 'jpg', 'jpeg'] }],
  pdf: [{ name: 'PDF', extensions: ['pdf'] }],
  xlsx: [{ name: 'Excel 工作簿', extensions: ['xlsx'] }],
  docx: [{ name: 'Word 文档', extensions: ['docx'] }],
  any: [],
};

export function createDialogs(window: () => BrowserWindow | null): Dialogs {
  const owner = () => {
    const shown = window();
    if (shown === null) throw new Error('invariant: a dialog belongs to a window');
    return shown;
  };
  return {
    async openFiles({ kind, folder, many }) {
      const chosen = await dialog.showOpenDialog(owner(), {
        properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: FILTERS[kind],
        ...(folder === null ? {} : { defaultPath: folder }),
      });
      return chosen.canceled ? [] : chosen.filePaths;
    },
    async openFolder({ folder }) {
      const chosen = await dialog.showOpenDialog(owner(), {
        properties: ['openDirectory', 'createDirectory'],
        ...(folder === null ? {} : { defaultPath: folder }),
      });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
    async saveFile({ kind, suggestedPath }) {
      const chosen = await dialog.showSaveDialog(owner(), { defaultPath: suggestedPath, filters: FILTERS[kind] });
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
    },
  };
}
