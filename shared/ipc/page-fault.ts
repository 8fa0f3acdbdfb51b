// What the page may say of a fault of its own: where in our code, never what was on the screen. An error's message can quote what was typed, so
// no field has room for one.

import { z } from 'zod';

export const pageFaultSchema = z.strictObject({
  /** The area of work, as in the address: plan. */
  area: z.string().regex(/^[a-z]{1,20}$/),
  /** The error's class. */
  kind: z.string().regex(/^[A-Za-z]{1,40}$/),
  /** Places in our own scripts, innermost first: plan-area-Bx1.js:12:3456. */
  at: z.array(z.string().regex(/^[A-Za-z0-9_.-]{1,80}:\d{1,7}:\d{1,7}$/)).max(6),
});
export type PageFault = z.infer<typeof pageFaultSchema>;
