// What of a record can be looked for. Pure: it reads no tables, and everything it says comes from the one row.

import { type BusinessDate, todayInShanghai, yearOf } from '#shared/base/date';
import type { RecordId } from '#shared/base/ids';
import type { RecordOf } from '#shared/domain/registry';
import { foldText } from '../../../text/search-words';
import type { Row } from '../../db';
import { draftFacts } from '../../draft-facts';
import type { SearchTable } from '../../port';

export interface SearchEntry {
  readonly id: RecordId;
  /** 0 for what belongs to no year. */
  readonly year: number;
  /** Among records of one year the higher comes first; equals follow their number. */
  readonly late: number;
  /** Number and name as they are searched; a hit at their beginning is a better one. */
  readonly number: string;
  readonly name: string;
  readonly others: readonly string[];
  /** NaN for none. */
  readonly amountFen: number;
}

type Facts = Omit<SearchEntry, 'id' | 'others' | 'amountFen' | 'late'> & Partial<SearchEntry>;

export function entryOf(table: SearchTable, row: Row): SearchEntry {
  const say = FACTS[table] as (row: Row) => Facts;
  const { id, year, late = 0, number, name, others = [], amountFen = Number.NaN } = say(row);
  return { id: id ?? row.id, year, late, number: foldText(number), name: foldText(name), others: others.map(foldText), amountFen };
}

/** Received lines were judged by the main process, but by its version: a field may be missing here. */
type Told<T extends SearchTable> = { readonly [Field in keyof RecordOf<T>]?: RecordOf<T>[Field] };

const FACTS: { readonly [T in SearchTable]: (row: Row<Told<T>>) => Facts } = {
  planItems: ({ body }) => ({
    year: body.year ?? 0,
    ...named(body.number, body.name),
    others: present(body.catalogueCode, body.procurementCode, body.mongolianName),
    ...amount(body.amountFen),
  }),
  drafts: ({ at, body }) => {
    const facts = draftFacts({ kind: body.kind ?? 'planItems', form: body.form ?? {} });
    return { year: body.year ?? 0, late: Date.parse(at), ...named(facts.number, facts.name), ...amount(facts.amountFen ?? undefined) };
  },
  contracts: ({ body }) => ({
    ...dated(body.signedOn),
    ...named(body.number, body.name),
    others: present(body.supplier?.name, body.supplier?.uscc, body.filingNumber),
    ...amount(body.amountFen),
  }),
  acceptances: ({ body }) => ({ ...dated(body.acceptedOn), ...named(body.number), ...amount(body.payableFen) }),
  decisions: ({ body }) => ({ ...dated(body.decidedOn), ...named(body.documentNumber), ...amount(body.amountFen) }),
  buyers: ({ body }) => ({ year: 0, ...named(body.uscc, body.name), others: present(body.mongolianName) }),
  stations: ({ body }) => ({ year: 0, ...named(body.uscc, body.name) }),
  admissions: ({ body }) => ({ year: 0, ...named(body.uscc, body.name) }),
  dispatches: ({ at, body }) => ({ ...sent(at), ...named(body.bundleId, body.fileName) }),
  receipts: ({ at, body }) => ({ ...sent(at), ...named(body.bundleId) }),
};

function named(number: string | undefined, name?: string): Pick<Facts, 'number' | 'name'> {
  return { number: number ?? '', name: name ?? '' };
}

function amount(fen: number | undefined): Pick<Partial<SearchEntry>, 'amountFen'> {
  return fen === undefined ? {} : { amountFen: fen };
}

function dated(on: BusinessDate | undefined): Pick<SearchEntry, 'year' | 'late'> {
  return on === undefined ? { year: 0, late: 0 } : { year: yearOf(on), late: Date.parse(on) };
}

function sent(at: string): Pick<SearchEntry, 'year' | 'late'> {
  return { year: yearOf(todayInShanghai(Date.parse(at))), late: Date.parse(at) };
}

function present(...texts: readonly (string | null | undefined)[]): readonly string[] {
  return texts.filter((text): text is string => typeof text === 'string' && text !== '');
}
