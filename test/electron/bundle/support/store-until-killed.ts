// Child process of the crash test: opens a bundle into a station until it is killed. Arguments: identity file, bundle path.

import { readFile } from 'node:fs/promises';
import { openBundle } from '../../../../electron/bundle/open';
import { type Identity, openOffice } from './office';

const [identityPath = '', bundlePath = ''] = process.argv.slice(2);
const stored = JSON.parse(await readFile(identityPath, 'utf8')) as Identity & { keys: { privateKey: string; publicKey: string } };
const keys = { privateKey: Uint8Array.from(Buffer.from(stored.keys.privateKey, 'hex')), publicKey: Uint8Array.from(Buffer.from(stored.keys.publicKey, 'hex')) };
const office = await openOffice({ ...stored, keys });
process.stdout.write('open\n');
const opened = await openBundle(office, {
  path: bundlePath,
  onProgress: ({ step, done }) => {
    if (step === 'storing') process.stdout.write(`stored ${String(done)}\n`);
  },
});
process.stdout.write(`${JSON.stringify(opened.ok)}\n`);
await office.close();
