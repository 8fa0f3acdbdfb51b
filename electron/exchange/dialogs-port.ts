// What the main process may ask the user through the system's dialogs. Implemented over Electron in dialogs.ts.

import type { SavedFileKind } from '#shared/ipc/contract';

export interface Dialogs {
  /** Chosen paths; empty when the user thought better of it. */
  openFiles(ask: { readonly kind: 'bundle' | 'card' | 'attachment'; readonly folder: string | null; readonly many: boolean }): Promise<readonly string[]>;
  openFolder(ask: { readonly folder: string | null }): Promise<string | null>;
  saveFile(ask: { readonly kind: 'card' | 'pdf' | 'any' | SavedFileKind; readonly suggestedPath: string }): Promise<string | null>;
}
