// What the page and the main process say to each other about backups: what there is, what is inside, how it compares, what came of it.

import { z } from 'zod';
import { BACKUP_REASONS, backupCountsSchema } from '../backup/manifest';
import { environmentSchema, officeKindSchema } from '../domain/office';

const count = z.int().min(0);
const moment = z.iso.datetime({ precision: 3 });
const failureSchema = z.strictObject({ code: z.string(), evidence: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional() });
const token = z.string().regex(/^[0-9a-f]{32}$/);

/** How automatic backups stand. */
export const backupStateSchema = z.strictObject({
  /** Where they go, as the user knows the folder. */
  folder: z.string(),
  /** False until the user has chosen a folder. */
  chosen: z.boolean(),
  /** Whether that is the disk the data lies on; null where the folder cannot be reached. */
  sameDisk: z.boolean().nullable(),
  /** The newest whole backup there. */
  last: z.strictObject({ madeAt: moment, reason: z.enum(BACKUP_REASONS) }).nullable(),
  held: count,
  /** Why the last try came to nothing; null after one that succeeded. */
  trouble: failureSchema.nullable(),
  /** What this station was restored from, if it was. */
  restored: z.strictObject({ at: moment, madeAt: moment, gained: count, kept: count, dropped: count, fromBundles: count, unreadable: count }).nullable(),
});
export type BackupState = z.infer<typeof backupStateSchema>;

/** One backup in a list. */
export const backupViewSchema = z.strictObject({
  token,
  madeAt: moment,
  reason: z.enum(BACKUP_REASONS),
  name: z.string(),
  officeKind: officeKindSchema,
  regionCode: z.string(),
  environment: environmentSchema,
  counts: backupCountsSchema,
  sizeBytes: count,
});
export type BackupView = z.infer<typeof backupViewSchema>;

export const backupListSchema = z.strictObject({
  /** The folder that was looked through. */
  folder: z.string(),
  /** Newest first. */
  backups: z.array(backupViewSchema),
  /** Backups there that cannot be read. */
  unreadable: count,
});
export type BackupList = z.infer<typeof backupListSchema>;

/** A backup read through and laid beside what this machine has; lines are journal lines. */
export const examinationSchema = z.strictObject({
  /** none: there is no station here. sound: it is whole and open. damaged: it cannot be opened. */
  present: z.enum(['none', 'sound', 'damaged']),
  gained: count,
  kept: count,
  dropped: count,
  fromBundles: count,
  unreadable: count,
  /** Attachments and bundles that this machine lacks or holds spoilt. */
  files: count,
  /** Nothing here is missing or damaged: restoring would change nothing. */
  needless: z.boolean(),
});
export type Examination = z.infer<typeof examinationSchema>;

const passphrase = z.string().min(10).max(256);
/** The passphrase of the station's key, or the recovery sheet's code with a new one. */
export const keyProofSchema = z.union([
  z.strictObject({ passphrase: z.string().max(256) }),
  z.strictObject({ recoveryCode: z.string().max(100), newPassphrase: passphrase }),
]);
export type KeyProof = z.infer<typeof keyProofSchema>;

export const restoreReportSchema = z.strictObject({
  name: z.string(),
  madeAt: moment,
  gained: count,
  kept: count,
  dropped: count,
  fromBundles: count,
  unreadable: count,
  counts: backupCountsSchema,
  /** Where what stood here before lies now; null when there was nothing. */
  copyFolder: z.string().nullable(),
});
export type RestoreReport = z.infer<typeof restoreReportSchema>;
