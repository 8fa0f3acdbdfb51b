// The application's log: JSON lines with codes, ids and field paths, never a field's value. It rotates and never throws.

import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Values are codes, ids, counts and field paths by convention; anything longer is cut so that no text slips in whole. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

export interface Log {
  info(code: string, facts?: LogFacts): void;
  warn(code: string, facts?: LogFacts): void;
  /** Writes the fault with its stack and returns the incident id under which it can be found. */
  fault(code: string, error: unknown, facts?: LogFacts): string;
}

export interface LogLimits {
  readonly maxBytes: number;
  /** Files kept besides the current one. */
  readonly keep: number;
}

const FILE_NAME = 'desk.ndjson';
const MAX_FACT_LENGTH = 200;
const MAX_STACK_LENGTH = 4000;
const DEFAULT_LIMITS: LogLimits = { maxBytes: 1024 * 1024, keep: 4 };

export function createLog(folder: string, limits: LogLimits = DEFAULT_LIMITS): Log {
  const path = join(folder, FILE_NAME);

  // Synchronous on purpose: lines are few, and the last one before a crash is the one that matters.
  const write = (level: string, code: string, facts: LogFacts, stack?: string) => {
    const line = JSON.stringify({ at: new Date().toISOString(), level, code, ...shorten(facts), ...(stack === undefined ? {} : { stack }) });
    try {
      mkdirSync(folder, { recursive: true });
      rotate(path, limits);
      appendFileSync(path, `${line}\n`);
    } catch {
      // A full or read-only disk must not stop the office's work for want of a log line.
    }
  };

  return {
    info: (code, facts = {}) => {
      write('info', code, facts);
    },
    warn: (code, facts = {}) => {
      write('warn', code, facts);
    },
    fault(code, error, facts = {}) {
      const incident = randomBytes(6).toString('hex');
      write('fault', code, { ...facts, incident }, describeFault(error));
      return incident;
    },
  };
}

function rotate(path: string, { maxBytes, keep }: LogLimits): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < maxBytes) return;
  for (let age = keep; age >= 1; age--) {
    const younger = age === 1 ? path : `${path}.${String(age - 1)}`;
    if (statSync(younger, { throwIfNoEntry: false }) !== undefined) renameSync(younger, `${path}.${String(age)}`);
  }
}

function shorten(facts: LogFacts): LogFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, MAX_FACT_LENGTH) : value]),
  );
}

/** Where it broke and the system's code. Messages may quote input, so only our own invariants' messages are kept. */
function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const message = error.message.startsWith('invariant: ') ? ` ${error.message}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}${message}`, ...frames].join('\n').slice(0, MAX_STACK_LENGTH);
}
