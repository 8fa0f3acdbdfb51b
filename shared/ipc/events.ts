// What the main process tells the page unasked. Subscribing returns an unsubscribe.

import { z } from 'zod';

/** A file manager may hand over a whole selection. */
export const MAX_OFFERED = 20;

export const ipcEvents = {
  /** A journal grew by other hands than commit(): the data worker should catch up. */
  journalGrew: z.strictObject({}),
  /** Idleness or the user locked the station. */
  sessionLocked: z.strictObject({}),
  /** The window is to close: the page saves what was typed last and answers with closeWindow, whether or not it could. */
  windowClosing: z.strictObject({}),
  jobProgress: z.strictObject({
    jobId: z.uuid(),
    step: z.enum(['reading', 'checking', 'storing', 'packing', 'writing', 'comparing', 'backing-up', 'restoring']),
    /** What `done` and `total` count: bytes of the file, or parts (journals, attachments, lines). */
    unit: z.enum(['bytes', 'parts']),
    done: z.int(),
    total: z.int(),
  }),
  /** A system notice was clicked: what it tells of is on the home page. */
  noticeClicked: z.strictObject({}),
  /** Filling the training profile: what is being made, of how many steps. */
  trainingStep: z.strictObject({ words: z.string().max(60), step: z.int(), steps: z.int() }),
  /** Bundles were double-clicked: those the page may open with a token, and the names of those that cannot be read. */
  filesOffered: z.strictObject({
    files: z.array(z.strictObject({ token: z.string(), fileName: z.string(), sizeBytes: z.int() })).max(MAX_OFFERED),
    unreadable: z.array(z.string()).max(MAX_OFFERED),
  }),
} as const satisfies Record<string, z.ZodType>;

export type EventName = keyof typeof ipcEvents;
export type EventOf<N extends EventName> = z.infer<(typeof ipcEvents)[N]>;
