// Names of the IPC channels, derived from the contract's names. It is all the preload knows of the contract at run time.

import type { CallName } from '#shared/ipc/contract';
import type { EventName } from '#shared/ipc/events';

// Records rather than arrays: a name that is missing or foreign does not compile.
const CALLS: Record<CallName, true> = {
  appInfo: true,
  stationState: true,
  createStation: true,
  signIn: true,
  signOut: true,
  keepAlive: true,
  unlockKey: true,
  recoverKey: true,
  addOperator: true,
  commit: true,
  journalHeads: true,
  pickAttachments: true,
  saveAttachment: true,
  saveCard: true,
  readCard: true,
  chooseFolder: true,
  chooseBundle: true,
  sealBundle: true,
  openBundle: true,
  cancelJob: true,
  provenance: true,
  saveFile: true,
  savePdf: true,
  printPage: true,
  clearTables: true,
  closeWindow: true,
  backupState: true,
  chooseBackupFolder: true,
  makeBackup: true,
  listBackups: true,
  chooseSentBundles: true,
  examineBackup: true,
  restoreBackup: true,
  trainingState: true,
  changeDesk: true,
  fillTraining: true,
  emptyTraining: true,
  readColumnMap: true,
  keepColumnMap: true,
  readNoticed: true,
  notify: true,
  reportFault: true,
  readSettings: true,
  writeSettings: true,
};

const EVENTS: Record<EventName, true> = {
  journalGrew: true,
  sessionLocked: true,
  windowClosing: true,
  jobProgress: true,
  noticeClicked: true,
  trainingStep: true,
  filesOffered: true,
};

export const CALL_NAMES = Object.keys(CALLS) as readonly CallName[];
export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[];

export function callChannel(name: CallName): string {
  return `desk:call:${name}`;
}

export function eventChannel(name: EventName): string {
  return `desk:event:${name}`;
}
