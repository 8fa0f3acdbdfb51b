// Search as the data worker answers it: building a table's segment, its memory, and one answer per keystroke while words are
// being typed. Reading the rows is not in it: that is the browser's share of a first question.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, it } from 'vitest';
import type { Row } from '../../renderer/data/db';
import { entryOf } from '../../renderer/data/worker/search/entry';
import { compileWords, pick } from '../../renderer/data/worker/search/pick';
import { compareEntries, createSegment, type Segment } from '../../renderer/data/worker/search/segment';
import { COUNTED_HITS } from '../../renderer/data/port';
import { makersOf } from './support/items';
import { median, note, type Measured } from './support/report';

const SIZES = (process.env['BENCH_SEARCH_SIZES'] ?? '100000,1000000').split(',').map(Number);
const ROUNDS = Number(process.env['BENCH_SEARCH_ROUNDS'] ?? 5);
const LIMIT = 20;
/** Typed letter by letter. */
const TYPED: Readonly<Record<string, string>> = {
  characters: '红旗街道课后托管',
  initials: 'hqjdkhtg',
  'whole pinyin': 'hongqijie',
  'two words': '牧民 flyz',
  number: '2026-04321',
  amount: '1234.5万',
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('search over many records', () => {
  it('is measured keystroke by keystroke against one indexOf over the same text', async () => {
    const measured: Measured[] = [];
    for (const size of SIZES) measured.push(...(await measure(size)));
    note('5-search', measured);
  });
});

async function measure(size: number): Promise<readonly Measured[]> {
  const { segment, notes } = build(size);
  const of = size.toLocaleString('en');
  const figures: Measured[] = [];
  const all: number[] = [];
  for (const [what, typed] of Object.entries(TYPED)) {
    const pairs: [number, number][] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      for (let length = 1; length <= typed.length; length++) {
        const started = cpuMs();
        pick([segment], await compileWords(typed.slice(0, length)), { limit: LIMIT, order: 'best', countTo: COUNTED_HITS });
        const ours = cpuMs() - started;
        // The first round compiles the code and is not counted.
        if (round > 0) pairs.push([ours, bareScan(segment)]);
      }
    }
    const ours = pairs.map(([mine]) => mine).sort((a, b) => a - b);
    all.push(...ours);
    figures.push({ name: `search ${what}, ${of} records`, unit: 'CPU ms', pairs, notes: [spread(ours)] });
  }
  return [{ ...figures[0], name: `search any keystroke, ${of} records`, unit: 'CPU ms', pairs: all.map((ours) => [ours, bareScan(segment)]), notes: [spread(all), ...notes] }, ...figures];
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `median ${median(sorted).toFixed(2)} CPU ms, p95 ${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(2)} CPU ms, worst ${(sorted.at(-1) ?? 0).toFixed(2)} CPU ms`;
}

/** The floor: looking through the whole text for what is not there. */
function bareScan({ text }: Segment): number {
  const started = cpuMs();
  if (text.includes('龘龘')) throw new Error('the text does not hold this');
  return cpuMs() - started;
}

/** CPU time of this process: on a busy machine the clock on the wall says little. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function build(size: number): { readonly segment: Segment; readonly notes: readonly string[] } {
  const { planItem, newId } = makersOf('2'.repeat(32) as never, '' as never);
  collect();
  const before = process.memoryUsage();
  const rows = 2000;
  let entriesMs = 0;
  const entries = [];
  for (let at = 0; at < size; at += rows) {
    const page = Array.from({ length: Math.min(rows, size - at) }, (_, index) => ({ id: newId(), body: planItem(at + index) }) as unknown as Row);
    const started = cpuMs();
    for (const row of page) entries.push(entryOf('planItems', row));
    entriesMs += cpuMs() - started;
  }
  const sorting = cpuMs();
  entries.sort(compareEntries);
  const joining = cpuMs();
  const segment = createSegment(entries);
  const joined = cpuMs();
  entries.length = 0;
  collect();
  const after = process.memoryUsage();
  const mb = (after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / 1_000_000;
  return {
    segment,
    notes: [
      `index of ${size.toLocaleString('en')}: entries ${entriesMs.toFixed(0)}, sorting ${(joining - sorting).toFixed(0)}, joining ${(joined - joining).toFixed(0)} CPU ms; ${mb.toFixed(1)} MB held`,
    ],
  };
}
