// Whose journals count here, and on whose word. Pure: admissions go in, a view of trusted offices comes out.
//
// Our own admissions are direct. A trusted author's admissions vouch further, but only along the chain of offices: an office
// reached upwards may name its superiors and its subordinates, an office reached downwards only its subordinates, and the
// ranks must agree, and so must the regions: an office speaks for its own region. So a unit can never present us a superior, nor
// a county another county's unit. Our own revocation outweighs every voucher, and so does that of an office between us and it.

import { isOwnedBy, type RecordId, type StationId } from '#shared/base/ids';
import { assert } from '#shared/base/assert';
import { fromBase64 } from '#shared/crypto/base64';
import { parseSpki, stationIdOf } from '#shared/crypto/keys';
import { type Admission, admissionSchema, OFFICE_RANK, type OfficeKind } from '#shared/domain/office';
import type { JournalLine } from '#shared/journal/line';
import { isWithin } from '#shared/policy/regions';

interface Vouch {
  readonly recordId: RecordId;
  readonly admission: Admission;
}
interface Words {
  /** Admitted or revoked station → the latest word on it. */
  readonly about: Map<StationId, Vouch>;
  /** Whom a record speaks of now: an earlier revision may have spoken of somebody else. */
  readonly subjectOf: Map<RecordId, StationId>;
}
/** What every voucher says. */
export type AdmissionBook = Map<StationId, Words>;

export interface TrustedOffice {
  readonly admission: Admission;
  /** 65-byte public key. */
  readonly key: Uint8Array;
  /** How we reach it: our superiors lie upwards. */
  readonly direction: 'up' | 'down';
  /** Whose admission names it; the owner's for direct ones. */
  readonly voucher: StationId;
}

export interface TrustView {
  /** Our own latest word on a station, admitted or revoked; null when we have said nothing. */
  direct(station: StationId): Admission | null;
  /** Direct or vouched; null when nobody we trust vouches, or we revoked it. */
  office(author: StationId): TrustedOffice | null;
  /** The office that made a record, told by the record's id; null when we do not trust it. */
  officeOf(record: RecordId): TrustedOffice | null;
  /** Whose word we rest on for this author, nearest first, ending with ourselves. */
  vouchers(author: StationId): readonly StationId[];
}

/** Takes an admission line, in journal order, into the book. Other tables are not ours. */
export function noteAdmission(book: AdmissionBook, line: JournalLine): void {
  assert(line.table === 'admissions', 'only admissions go into the book');
  const { about, subjectOf } = book.get(line.author) ?? noWords();
  book.set(line.author, { about, subjectOf });
  const before = subjectOf.get(line.id);
  if (before !== undefined && about.get(before)?.recordId === line.id) about.delete(before);
  subjectOf.delete(line.id);
  const parsed = admissionSchema.safeParse(line.op === 'put' ? line.body : null);
  if (!parsed.success) return;
  about.set(parsed.data.stationId, { recordId: line.id, admission: parsed.data });
  subjectOf.set(line.id, parsed.data.stationId);
}

export function copyBook(book: AdmissionBook): AdmissionBook {
  return new Map([...book].map(([voucher, { about, subjectOf }]) => [voucher, { about: new Map(about), subjectOf: new Map(subjectOf) }]));
}

export function resolveTrust(owner: StationId, book: AdmissionBook): TrustView {
  const own = (book.get(owner) ?? noWords()).about;
  const trusted = new Map<StationId, TrustedOffice>();
  for (const { admission } of own.values()) {
    const office = admission.state === 'admitted' ? trust(admission, owner) : null;
    if (office !== null) trusted.set(admission.stationId, office);
  }
  /** Every office through which we reach the voucher has a say: what it revoked, no further one can vouch for. */
  const isOverruled = (stationId: StationId, { voucher }: TrustedOffice): boolean => {
    for (let above = trusted.get(voucher); above !== undefined; above = trusted.get(above.voucher)) {
      if (book.get(above.admission.stationId)?.about.get(stationId)?.admission.state === 'revoked') return true;
    }
    return false;
  };
  // A Map grows at its end while it is walked: this is the breadth-first order, so the nearest voucher wins.
  for (const [voucher, office] of trusted) {
    for (const { admission } of book.get(voucher)?.about.values() ?? []) {
      const { stationId } = admission;
      if (stationId === owner || own.has(stationId) || trusted.has(stationId)) continue;
      if (admission.state !== 'admitted' || !mayVouch(office, admission) || isOverruled(stationId, office)) continue;
      const next = trust(admission, voucher);
      if (next !== null) trusted.set(stationId, next);
    }
  }
  return {
    direct: (station) => own.get(station)?.admission ?? null,
    office: (author) => trusted.get(author) ?? null,
    officeOf: (record) => [...trusted.values()].find(({ admission }) => isOwnedBy(record, admission.stationId)) ?? null,
    vouchers: (author) => {
      const chain: StationId[] = [];
      for (let office = trusted.get(author); office !== undefined; office = trusted.get(office.voucher)) chain.push(office.voucher);
      return chain;
    },
  };
}

function noWords(): Words {
  return { about: new Map(), subjectOf: new Map() };
}

function mayVouch(voucher: TrustedOffice, admission: Admission): boolean {
  const difference = rank(admission.officeKind) - rank(voucher.admission.officeKind);
  const [named, naming] = [admission.regionCode, voucher.admission.regionCode];
  if (admission.relation === 'subordinate') return difference < 0 && isWithin(named, naming);
  return voucher.direction === 'up' && difference > 0 && isWithin(naming, named);
}

/** A key that is not the station's own is a broken admission and vouches for nothing. */
function trust(admission: Admission, voucher: StationId): TrustedOffice | null {
  const spki = fromBase64(admission.publicKey);
  const key = spki === null ? null : parseSpki(spki);
  if (spki === null || key === null || stationIdOf(spki) !== admission.stationId) return null;
  return { admission, key, direction: admission.relation === 'superior' ? 'up' : 'down', voucher };
}

function rank(kind: OfficeKind): number {
  return OFFICE_RANK[kind];
}
