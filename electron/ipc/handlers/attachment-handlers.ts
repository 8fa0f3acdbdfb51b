// Calls that copy attachments in and out through the system's dialogs.

import { basename, dirname, join } from 'node:path';
import { failure, ok } from '#shared/base/result';
import type { Attachment } from '#shared/domain/fields';
import { AttachmentDamaged } from '../../attachments/attachment-store';
import type { LastFolder } from '../../exchange/cards';
import type { Dialogs } from '../../exchange/dialogs-port';
import { plainFileName } from '../../lib/file-name';
import type { StationHost } from '../../station/station-host';
import type { Handlers } from '../serve';

type Topic = Pick<Handlers, 'pickAttachments' | 'saveAttachment'>;

/** A record takes no more. */
const MAX_PICKED = 50;

export function attachmentHandlers(host: StationHost, dialogs: Dialogs, last: LastFolder): Topic {
  return {
    async pickAttachments() {
      const place = host.workplace();
      if (!place.ok) return place;
      const paths = await dialogs.openFiles({ kind: 'attachment', folder: last.get(), many: true });
      if (paths.length > MAX_PICKED) return failure('attachment.too-many', { found: paths.length, allowed: MAX_PICKED });
      const added: Attachment[] = [];
      for (const [index, path] of paths.entries()) {
        const attachment = await place.value.attachments.addFile(path);
        if (!attachment.ok) return failure(attachment.error.code, { ...attachment.error.evidence, place: index + 1 });
        added.push(attachment.value);
        last.set(dirname(path));
      }
      return ok(added);
    },

    async saveAttachment({ sm3, name }) {
      const place = host.workplace();
      if (!place.ok) return place;
      if (!(await place.value.attachments.has(sm3))) return failure('attachment.missing');
      const suggestedPath = join(last.get() ?? '', plainFileName(basename(name), '附件'));
      const path = await dialogs.saveFile({ kind: 'any', suggestedPath });
      if (path === null) return ok({ fileName: null });
      try {
        await place.value.attachments.copyTo(sm3, path);
      } catch (error) {
        return failure(error instanceof AttachmentDamaged ? error.code : 'file.not-written');
      }
      last.set(dirname(path));
      return ok({ fileName: basename(path) });
    },
  };
}
