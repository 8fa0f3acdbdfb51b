// Every failure code in the sources has its sentences, and no sentence is left without its code.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_ENTRIES, sentenceOf } from '../../../renderer/text/errors';

const ROOT = resolve(import.meta.dirname, '../../..');
const CODE = /'((?:admission|app|attachment|backup|bundle|card|commit|desk|excel|exchange|file|journal|operator|print|projection|provenance|record|recovery|session|settings|station|sync|training|vault|word)\.[a-z]+(?:-[a-z]+)*)'/g;

/** Codes that never reach a person: written to the log only, or turned into another code on the way. */
const LOG_ONLY = new Set([
  'app.close-failed',
  'app.not-started',
  'app.process-gone',
  'app.uncaught',
  'app.unhandled',
  'backup.daily-failed',
  'backup.made',
  'backup.not-made',
  'backup.not-tidied',
  'backup.restored',
  'desk.ndjson',
  'settings.unreadable',
  'station.json',
  'station.replaced',
  'station.restoring-left',
  'station.tables-not-cleared',
  'station.unfinished',
  'station.unfinished-left',
  'training.json',
  'training.not-finished',
]);

function codesInSources(): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const folder of ['shared', 'electron', 'renderer']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || name.startsWith(join('text', 'errors'))) continue;
      for (const [, code] of readFileSync(join(ROOT, folder, name), 'utf8').matchAll(CODE)) {
        if (code !== undefined && !LOG_ONLY.has(code)) codes.add(code);
      }
    }
  }
  return codes;
}

describe('sentenceOf', () => {
  const codes = codesInSources();

  it('has words for every code a person can meet', () => {
    expect([...codes].filter((code) => ERROR_ENTRIES[code] === undefined).sort()).toEqual([]);
  });

  it('keeps no words for a code that is gone', () => {
    expect(Object.keys(ERROR_ENTRIES).filter((code) => !codes.has(code)).sort()).toEqual([]);
  });

  it('says what happened, whether the data is safe, and what to do, as whole sentences', () => {
    const evidence = { seq: 7, from: 9, have: 5, field: 'name', found: 3, expected: 40, group: 2, allowed: 20, waitMs: 1500, place: 'station' };
    for (const code of Object.keys(ERROR_ENTRIES)) {
      const { what, safety, next } = sentenceOf({ code, evidence });
      for (const sentence of [what, safety, next]) expect(sentence, code).toMatch(/^[^a-z].*。$/);
      expect(what, code).not.toMatch(/undefined|NaN|未知错误/);
    }
  });

  it('shows the number of a code it does not know', () => {
    expect(sentenceOf({ code: 'other.thing' }).what).toContain('other.thing');
  });
});
