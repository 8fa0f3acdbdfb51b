// Collects what was measured and writes the table at the end of the run. It judges nothing: no figure fails a run.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'out/bench';
/** Stations that several files of one run measure on; they go with the run. Named by hand, they stay for the next. */
export const STATIONS_FOLDER = process.env['BENCH_STATIONS'] ?? join(FOLDER, 'stations');

export interface Measured {
  readonly name: string;
  readonly unit: 'ms' | 'CPU ms' | 'MB' | 'KB' | 'frames';
  /** One pair per interleaved run: ours, and the floor measured beside it where there is one. */
  readonly pairs: readonly (readonly [ours: number, floor: number | null])[];
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

/** The value that so many of a hundred are at or under. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN;
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
    const against = pairs.flatMap(([mine, theirs]) => (theirs === null ? [] : [[mine, theirs] as const]));
    const floor = against.length === 0 ? '' : `${figure(median(against.map(([, theirs]) => theirs)))} ${unit}`;
    const ratio = against.length === 0 || against.some(([, theirs]) => theirs === 0) ? '' : median(against.map(([mine, theirs]) => mine / theirs)).toFixed(2);
    const peak = peakMb === undefined ? '' : `${peakMb.toFixed(0)} MB`;
    return `| ${name} | ${figure(ours)} ${unit} | ${floor} | ${ratio} | ${String(pairs.length)} | ${peak} |`;
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
  rmSync(join(FOLDER, 'stations'), { recursive: true, force: true });
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort();
  const measured = files.flatMap((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Measured[]);
  const explained =
    'Medians of interleaved runs; the ratio is the median of the runs’ own ratios. Peak memory: proportional set sizes of all processes of the application.';
  const text = `${tableOf(measured)}\n\n${explained}\n`;
  writeFileSync(join(FOLDER, 'report.md'), text);
  console.log(`\n${text}`);
}
