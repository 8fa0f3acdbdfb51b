// Collects what was measured and writes the table at the end of the run. It judges nothing: no figure fails a run.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'out/bench';

export interface Measured {
  readonly name: string;
  readonly unit: 'ms' | 'CPU ms';
  /** One pair per interleaved run: ours, and the floor measured beside it. */
  readonly pairs: readonly (readonly [ours: number, floor: number])[];
  /** Of all processes of the application, in MB. */
  readonly peakMb?: number;
  /** What the figure is made of, in words. */
  readonly notes?: readonly string[];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Keeps the measurements of one file for the table, and prints them at once. */
export function note(file: string, measured: readonly Measured[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${file}.json`), JSON.stringify(measured, undefined, 2));
  console.log(`\n${tableOf(measured)}\n`);
}

function tableOf(measured: readonly Measured[]): string {
  const head = ['| | ours | floor | ratio | runs | peak memory |', '|---|---:|---:|---:|---:|---:|'];
  const rows = measured.map(({ name, unit, pairs, peakMb }) => {
    const ours = median(pairs.map(([mine]) => mine));
    const floor = median(pairs.map(([, theirs]) => theirs));
    const ratio = median(pairs.map(([mine, theirs]) => mine / theirs));
    const peak = peakMb === undefined ? '' : `${peakMb.toFixed(0)} MB`;
    return `| ${name} | ${figure(ours)} ${unit} | ${figure(floor)} ${unit} | ${ratio.toFixed(2)} | ${String(pairs.length)} | ${peak} |`;
  });
  const notes = measured.flatMap((each) => each.notes?.map((text) => `- ${each.name}: ${text}`) ?? []);
  return [...head, ...rows, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function figure(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
}

/** Before all files: forgets the last run. */
export function setup(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** After all files: prints and keeps the whole table. */
export function teardown(): void {
  mkdirSync(FOLDER, { recursive: true });
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort();
  const measured = files.flatMap((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Measured[]);
  const explained =
    'Medians of interleaved runs; the ratio is the median of the runs’ own ratios. Peak memory: proportional set sizes of all processes of the application.';
  const text = `${tableOf(measured)}\n\n${explained}\n`;
  writeFileSync(join(FOLDER, 'report.md'), text);
  console.log(`\n${text}`);
}
