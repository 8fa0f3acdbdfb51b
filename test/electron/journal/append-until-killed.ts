// A program for the kill test: appends without end and prints every line only after the store has acknowledged it.
import { writeSync } from 'node:fs';
import { mustAppend, mustOpen, put } from './journal-fixture';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder?');
const store = await mustOpen(folder);
writeSync(1, 'open\n');

async function appendForever(chain: 'official' | 'working'): Promise<never> {
  for (let round = 0; ; round++) {
    const changes = Array.from({ length: 1 + (round % 7) * 5 }, (_, i) => put({ round, i, text: '字'.repeat(10 + (round % 11) * 60) }));
    const lines = await mustAppend(store, changes, chain);
    writeSync(1, lines.map((line) => `${chain} ${String(line.seq)} ${line.hash}\n`).join(''));
  }
}
await Promise.all([appendForever('official'), appendForever('working')]);
