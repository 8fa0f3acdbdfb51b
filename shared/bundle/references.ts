// Which attachments a record's body refers to, wherever in the body they stand. It reads no files.

import { type Attachment, attachmentSchema } from '../domain/fields';

/** Every canonical line that holds a reference holds this text: lines without it need no look inside. */
export const REFERENCE_MARK = '"mediaType":"';

/** Every object in the body that has exactly the shape of an attachment. The body has passed the line's checks. */
export function attachmentsIn(body: unknown): readonly Attachment[] {
  const found: Attachment[] = [];
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const parsed = 'mediaType' in value ? attachmentSchema.safeParse(value) : null;
    if (parsed?.success === true) found.push(parsed.data);
    else waiting.push(...(Object.values(value) as unknown[]));
  }
  return found;
}
