// Calls that write what the page has made into a file of the user's choice. It looks at no content.

import { basename, dirname, join } from 'node:path';
import { failure, ok } from '#shared/base/result';
import type { LastFolder } from '../../exchange/cards';
import type { Dialogs } from '../../exchange/dialogs-port';
import { writeFileAtomic } from '../../lib/atomic-file';
import { plainFileName } from '../../lib/file-name';
import type { StationHost } from '../../station/station-host';
import type { Handlers } from '../serve';

export function fileHandlers(host: StationHost, dialogs: Dialogs, last: LastFolder): Pick<Handlers, 'saveFile'> {
  return {
    async saveFile({ kind, suggestedName, bytes }) {
      const place = host.workplace();
      if (!place.ok) return place;
      const suggestedPath = join(last.get() ?? '', `${plainFileName(suggestedName, '导出')}.${kind}`);
      const path = await dialogs.saveFile({ kind, suggestedPath });
      if (path === null) return ok({ fileName: null });
      try {
        await writeFileAtomic(path, bytes);
      } catch {
        return failure('file.not-written');
      }
      last.set(dirname(path));
      return ok({ fileName: basename(path) });
    },
  };
}
