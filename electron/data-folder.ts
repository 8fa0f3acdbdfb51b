// Which folder holds everything of this installation. Decided once, before anything is opened.

import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';

/** The user's application data; outside the packaged application GOUFU_DATA may name another folder, for tests. */
export function dataFolder(): string {
  const named = app.isPackaged ? undefined : process.env['GOUFU_DATA'];
  if (named !== undefined && named !== '') {
    mkdirSync(resolve(named), { recursive: true });
    app.setPath('userData', resolve(named));
  }
  return app.getPath('userData');
}
