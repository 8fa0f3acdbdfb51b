// The one IPC contract: every call from the page to the main process, with what it takes and what it gives back.
// Replies travel as Result envelopes; both sides parse with these schemas. The page never names a path: main keeps paths
// and hands out tokens that end with the session.

import { z } from 'zod';
import { recordIdSchema, sm3HexSchema, stationIdSchema } from '../base/ids';
import { jsonObjectSchema } from '../base/json';
import { cardViewSchema } from '../bundle/card-view';
import { attachmentSchema } from '../domain/fields';
import { buyerSchema } from '../domain/buyer';
import { environmentSchema, officeKindSchema, operatorSchema, stationSchema } from '../domain/office';
import { CHAINS } from '../domain/registry';
import { backupListSchema, backupStateSchema, backupViewSchema, examinationSchema, keyProofSchema, restoreReportSchema } from './backup';
import { seatSchema, trainingStateSchema } from './training';
import { columnMapSchema } from './column-map';
import { MOST_CHANGES } from './limits';
import { noticedSchema, noticeSchema } from './notices';
import { pageFaultSchema } from './page-fault';
import { pageSettingsSchema, settingsChangeSchema } from './settings';

const nothing = z.strictObject({});
const done = z.strictObject({});
const chain = z.enum(CHAINS);
const jobId = z.uuid();
const savedFileKind = z.enum(['xlsx', 'docx']);
export type SavedFileKind = z.infer<typeof savedFileKind>;
/** The name of a file that was written where the user wanted it; null when the user thought better of it. */
const savedFile = z.strictObject({ fileName: z.string().nullable() });
export type SavedFile = z.infer<typeof savedFile>;
const token = z.string().regex(/^[0-9a-f]{32}$/);
const password = z.string().min(8).max(128);
const passphrase = z.string().min(10).max(256);

export const operatorEntrySchema = operatorSchema.extend({ id: recordIdSchema });
export type OperatorEntry = z.infer<typeof operatorEntrySchema>;

export const stationStateSchema = z.strictObject({
  /** new: not set up; locked: nobody signed in; ready: an operator is signed in; damaged: a store needs the restore page. */
  phase: z.enum(['new', 'locked', 'ready', 'damaged']),
  /** 'training' in every phase of the training profile: whatever is shown or printed there must say so. */
  environment: environmentSchema,
  damage: z.string().nullable(),
  station: stationSchema.nullable(),
  fingerprint: z.string().nullable(),
  operators: z.array(operatorEntrySchema),
  signedInAs: recordIdSchema.nullable(),
  keyUnlocked: z.boolean(),
});
export type StationState = z.infer<typeof stationStateSchema>;

export const changeSchema = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('put'),
    table: z.string().max(40),
    id: recordIdSchema,
    rev: z.int().min(1),
    body: jsonObjectSchema,
  }),
  z.strictObject({ op: z.literal('remove'), table: z.string().max(40), id: recordIdSchema, rev: z.int().min(1) }),
]);
export type Change = z.infer<typeof changeSchema>;

/** Where one journal file stands: the head line and the file's length in bytes. */
export const journalHeadSchema = z.strictObject({
  chain,
  author: stationIdSchema,
  seq: z.int().min(0),
  hash: sm3HexSchema,
  sizeBytes: z.int().min(0),
});
export type JournalHead = z.infer<typeof journalHeadSchema>;

export const writtenLineSchema = z.strictObject({
  author: stationIdSchema,
  seq: z.int().min(1),
  prev: sm3HexSchema,
  hash: sm3HexSchema,
  at: z.string(),
  by: recordIdSchema,
});
export type WrittenLine = z.infer<typeof writtenLineSchema>;

export const sealReportSchema = z.strictObject({
  bundleId: z.string(),
  bundleSm3: sm3HexSchema,
  fileName: z.string(),
  sizeBytes: z.int(),
  lines: z.int(),
  attachments: z.int(),
  heads: z.array(z.strictObject({ author: stationIdSchema, seq: z.int(), hash: sm3HexSchema })),
});
export type SealReport = z.infer<typeof sealReportSchema>;

export const openReportSchema = z.strictObject({
  bundleId: z.string(),
  bundleSm3: sm3HexSchema,
  sender: cardViewSchema,
  journals: z.array(
    z.strictObject({ author: stationIdSchema, name: z.string(), fromSeq: z.int(), toSeq: z.int(), newLines: z.int() }),
  ),
  attachments: z.int(),
  /** Where each of its journals stands here now: what the receipt acknowledges. */
  heads: z.array(z.strictObject({ author: stationIdSchema, seq: z.int(), hash: sm3HexSchema })),
  /** True when everything in it was already held. */
  nothingNew: z.boolean(),
});
export type OpenReport = z.infer<typeof openReportSchema>;

/** Whose signature a journal's figures rest on, and who vouches for the key, nearest first. */
export const provenanceSchema = z.strictObject({
  author: stationIdSchema,
  name: z.string(),
  fingerprint: z.string(),
  checkpoint: z.strictObject({ seq: z.int(), hash: sm3HexSchema, at: z.string() }).nullable(),
  vouchers: z.array(z.strictObject({ stationId: stationIdSchema, name: z.string() })),
});
export type Provenance = z.infer<typeof provenanceSchema>;

export const ipcContract = {
  appInfo: { request: nothing, reply: z.strictObject({ version: z.string(), electron: z.string(), dataFolder: z.string() }) },

  stationState: { request: nothing, reply: stationStateSchema },
  createStation: {
    request: z.strictObject({
      name: z.string(),
      officeKind: officeKindSchema,
      regionCode: z.string(),
      uscc: z.string(),
      secrecyDeclared: z.literal(true),
      /** The facts that make a purchasing unit a buyer; null for finance offices. */
      buyer: buyerSchema.nullable(),
      operators: z.array(z.strictObject({ name: z.string(), post: z.string(), password })).min(1).max(10),
      passphrase,
    }),
    reply: z.strictObject({ station: stationSchema, fingerprint: z.string(), recoveryCode: z.string() }),
  },
  signIn: { request: z.strictObject({ operatorId: recordIdSchema, password: z.string().max(128) }), reply: done },
  signOut: { request: nothing, reply: done },
  /** The page reports that somebody is there; main locks after idleness. */
  keepAlive: { request: nothing, reply: done },
  unlockKey: { request: z.strictObject({ passphrase: z.string().max(256) }), reply: done },
  recoverKey: { request: z.strictObject({ recoveryCode: z.string().max(100), passphrase }), reply: done },
  addOperator: { request: z.strictObject({ name: z.string(), post: z.string(), password }), reply: operatorEntrySchema },

  /** All changes go into one chain, in order, under one fsync; all or nothing. */
  commit: {
    request: z.strictObject({ chain, changes: z.array(changeSchema).min(1).max(MOST_CHANGES) }),
    reply: z.strictObject({ lines: z.array(writtenLineSchema), head: journalHeadSchema }),
  },
  journalHeads: { request: nothing, reply: z.array(journalHeadSchema) },

  /** Opens the system's dialog, copies the chosen files into the store, returns references to them. */
  pickAttachments: { request: nothing, reply: z.array(attachmentSchema) },
  saveAttachment: { request: z.strictObject({ sm3: sm3HexSchema, name: z.string().max(200) }), reply: savedFile },

  saveCard: { request: nothing, reply: savedFile },
  readCard: { request: nothing, reply: z.strictObject({ card: cardViewSchema.nullable() }) },
  chooseFolder: { request: nothing, reply: z.strictObject({ folder: z.strictObject({ token, label: z.string() }).nullable() }) },
  chooseBundle: {
    request: nothing,
    reply: z.strictObject({ file: z.strictObject({ token, fileName: z.string(), sizeBytes: z.int() }).nullable() }),
  },
  sealBundle: {
    request: z.strictObject({ jobId, recipientId: stationIdSchema, folder: token, fromStart: z.boolean() }),
    reply: sealReportSchema,
  },
  openBundle: { request: z.strictObject({ jobId, file: token }), reply: openReportSchema },
  cancelJob: { request: z.strictObject({ jobId }), reply: done },
  provenance: { request: z.strictObject({ author: stationIdSchema }), reply: provenanceSchema },

  /** Writes a table or a document the page has made into a file the user names. */
  saveFile: {
    request: z.strictObject({ kind: savedFileKind, suggestedName: z.string().max(100), bytes: z.instanceof(Uint8Array) }),
    reply: savedFile,
  },
  /** Prints the page as it stands (print styles) into a PDF the user names. */
  savePdf: { request: z.strictObject({ suggestedName: z.string().max(100) }), reply: savedFile },
  /** Opens the system's print dialog for the page as it stands, on A4. `printed` is false when the user thought better of it. */
  printPage: { request: z.strictObject({ landscape: z.boolean() }), reply: z.strictObject({ printed: z.boolean() }) },
  /** Removes the page's tables with their files, for when not even opening them works any more. The journals are not touched. */
  clearTables: { request: nothing, reply: done },
  /** The page's answer when the window is to close: all is saved and it may go, or it stays because a person is asked, who may let it go later. */
  closeWindow: { request: z.strictObject({ may: z.boolean() }), reply: done },
  /** How automatic backups stand. Like the next two, for whoever is signed in. */
  backupState: { request: nothing, reply: backupStateSchema },
  /** Asks for the folder in which backups are to be kept from now on. */
  chooseBackupFolder: { request: nothing, reply: backupStateSchema },
  /** Backs the station up now: where backups are kept, or in a folder chosen by chooseFolder (a stick). */
  makeBackup: { request: z.strictObject({ jobId, folder: token.nullable() }), reply: z.strictObject({ madeAt: z.string(), folder: z.string(), counts: backupViewSchema.shape.counts, sizeBytes: z.int() }) },
  /** What can be restored here. Like the following, also where no station is or it is damaged. `folder` asks the user for a folder first; null when he thought better of it. */
  listBackups: { request: z.strictObject({ ask: z.boolean() }), reply: z.strictObject({ list: backupListSchema.nullable() }) },
  /** A folder in which bundles lie that this station exported after its backup; null when the user thought better of it. */
  chooseSentBundles: { request: nothing, reply: z.strictObject({ folder: z.strictObject({ token, label: z.string() }).nullable() }) },
  /** Reads a backup through and lays it beside what this machine has, and what the bundles in that folder hold. */
  examineBackup: { request: z.strictObject({ jobId, backup: token, bundles: token.nullable() }), reply: examinationSchema },
  /**
   * Puts the station of a backup in the place of what is here. Once the key has opened whoever is signed in leaves; after it the station is
   * locked. On failure everything stands as it stood, and the station is locked too.
   */
  restoreBackup: { request: z.strictObject({ jobId, backup: token, bundles: token.nullable(), proof: keyProofSchema }), reply: restoreReportSchema },
  trainingState: { request: nothing, reply: trainingStateSchema },
  /** Ends this process and starts the program at another desk of the training profile, or at the real one (null). */
  changeDesk: { request: z.strictObject({ seat: seatSchema.nullable() }), reply: done },
  /** Fills an empty training profile with made-up business; the program starts again after it. */
  fillTraining: { request: nothing, reply: done },
  /** Empties the training profile, all its desks; the program starts again and does it before it opens anything. Refused at the real desk. */
  emptyTraining: { request: nothing, reply: done },
  /** How a table with these headings was matched with ours the last time. */
  readColumnMap: { request: columnMapSchema.pick({ table: true, headings: true }), reply: z.strictObject({ map: columnMapSchema.nullable() }) },
  keepColumnMap: { request: z.strictObject({ map: columnMapSchema }), reply: done },
  /** What the system was told of already. */
  readNoticed: { request: nothing, reply: noticedSchema },
  /** Tells the system how much is new, once it is written down as told. `shown` is false where the system takes no notices. */
  notify: { request: noticeSchema, reply: z.strictObject({ shown: z.boolean() }) },
  /** Writes a fault of a screen into the log; `incident` is the number under which it can be found there. */
  reportFault: { request: pageFaultSchema, reply: z.strictObject({ incident: z.string() }) },
  readSettings: { request: nothing, reply: pageSettingsSchema },
  writeSettings: { request: settingsChangeSchema, reply: done },
} as const satisfies Record<string, { request: z.ZodType; reply: z.ZodType }>;

export type IpcContract = typeof ipcContract;
export type CallName = keyof IpcContract;
export type RequestOf<N extends CallName> = z.infer<IpcContract[N]['request']>;
export type ReplyOf<N extends CallName> = z.infer<IpcContract[N]['reply']>;
