// DoneMark 办结登记: an operator's note that a deadline was seen to outside this application. It stays at the station.

import { z } from 'zod';
import { recordIdSchema } from '../base/ids';
import { businessDate, line } from './fields';

export const doneMarkSchema = z.strictObject({
  /** `key` of the deadline (deadlines/deadline.ts). */
  deadline: line(120),
  doneOn: businessDate,
  markedBy: recordIdSchema,
});
export type DoneMark = z.infer<typeof doneMarkSchema>;
