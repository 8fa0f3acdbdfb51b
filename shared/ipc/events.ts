// What the main process tells the page unasked. Subscribing returns an unsubscribe.

import { z } from 'zod';

export const ipcEvents = {
  /** A journal grew by other hands than commit(): the data worker should catch up. */
  journalGrew: z.strictObject({}),
  /** Idleness or the user locked the station. */
  sessionLocked: z.strictObject({}),
  jobProgress: z.strictObject({
    jobId: z.uuid(),
    step: z.enum(['reading', 'checking', 'storing', 'packing', 'comparing']),
    done: z.int(),
    total: z.int(),
  }),
  /** A bundle was double-clicked; the page may open it with the token. */
  fileOffered: z.strictObject({ token: z.string(), fileName: z.string(), sizeBytes: z.int() }),
} as const satisfies Record<string, z.ZodType>;

export type EventName = keyof typeof ipcEvents;
export type EventOf<N extends EventName> = z.infer<(typeof ipcEvents)[N]>;
