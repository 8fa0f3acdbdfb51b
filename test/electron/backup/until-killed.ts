// Child process of the crash tests: backs a station up again and again while lines are written, or restores it again and again, until it is
// killed. Arguments: 'back-up' or 'restore', data folder, passphrase.

import { randomBytes } from 'node:crypto';
import { createBackups } from '../../../electron/backup/backups';
import { stationFolders } from '../../../electron/station/folders';
import { newId } from '../../../electron/station/set-up';
import { createStationHost } from '../../../electron/station/station-host';

const [work = '', data = '', passphrase = ''] = process.argv.slice(2);
const folders = stationFolders(data, 'real');
const log = { info: () => undefined, warn: () => undefined, fault: () => '' };
const host = createStationHost(folders, { onLock: () => undefined, onGrowth: () => undefined, onRestored: () => Promise.resolve() }, log);
const backups = createBackups({ folders, host, place: { get: () => null, set: () => undefined }, version: '0.1.0', log });
const job = { signal: new AbortController().signal, onProgress: () => undefined };

const say = (word: string) => new Promise<void>((resolve) => void process.stdout.write(`${word}\n`, () => { resolve(); }));

await host.state();
await say('open');
for (;;) {
  const journal = host.services()?.journal;
  const [operator] = (await host.state()).operators;
  if (journal === undefined || operator === undefined) throw new Error('the station does not stand open');
  const changes = [{ op: 'put' as const, table: 'drafts', id: newId(journal.owner), rev: 1, body: { text: randomBytes(400_000).toString('base64') } }];
  const written = await journal.append('working', operator.id, changes);
  if (!written.ok) throw new Error(written.error.code);
  await say(`written ${String(written.value[0]?.seq ?? 0)}`);
  if (work === 'back-up') {
    const made = await backups.make('asked', null);
    await say(made.ok ? `made ${made.value.manifest.madeAt}` : made.error.code);
  } else {
    const list = await backups.list(null);
    const oldest = list.ok ? list.value.backups.at(-1) : undefined;
    const restored = await backups.restore(oldest?.token ?? '', { proof: { passphrase }, bundles: null }, job);
    await say(restored.ok ? 'restored' : restored.error.code);
  }
}
