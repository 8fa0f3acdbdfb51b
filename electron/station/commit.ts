// The page's way into the journal: every change passes the domain's gate with the signed-in operator, then goes in as one append.

import { assert } from '#shared/base/assert';
import { isOwnedBy, type RecordId } from '#shared/base/ids';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import { attachmentsIn } from '#shared/bundle/references';
import { parseSpki, stationIdOf } from '#shared/crypto/keys';
import { checkRecord } from '#shared/domain/check-record';
import { decisionSchema } from '#shared/domain/decision';
import { admissionSchema, OFFICE_RANK, type Station } from '#shared/domain/office';
import type { TableName } from '#shared/domain/registry';
import type { Change, ReplyOf, RequestOf } from '#shared/ipc/contract';
import { isWithin } from '#shared/policy/regions';
import type { OperatorList } from './operator-list';
import type { StationServices } from './services';

/** Facts that only the main process can witness; the page may not state them. */
const WRITTEN_BY_MAIN: ReadonlySet<TableName> = new Set<TableName>(['stations', 'receipts', 'dispatches']);

/** Evidence of a refusal names table, field path and the change's place in the request, never a value. */
export async function commitChanges(
  { journal, attachments, profile, operators, directory }: Pick<StationServices, 'journal' | 'attachments' | 'profile' | 'operators' | 'directory'>,
  by: RecordId,
  { chain, changes }: RequestOf<'commit'>,
): Promise<Result<ReplyOf<'commit'>, Failure>> {
  for (const [index, change] of changes.entries()) {
    const claim = { chain, author: journal.owner, officeKind: profile.officeKind, by, table: change.table, id: change.id };
    const checked = checkRecord(change.op === 'put' ? { ...claim, body: change.body } : claim);
    if (!checked.ok) return failure(checked.error.code, { ...checked.error.evidence, index });
    const refused = await refusal(checked.value, change, { profile, by, operators, directory });
    if (refused !== null) return failure(refused, { table: checked.value, index });
    if (chain === 'official' && !(await holdsAttachments(change, attachments))) return failure('attachment.missing', { table: checked.value, index });
  }
  const lines = await journal.append(chain, by, changes);
  if (!lines.ok) return lines;
  const head = journal.head(chain, journal.owner);
  assert(head !== null, 'a chain just written has a head');
  return ok({ lines: [...lines.value], head });
}

/** The official chain is never taken back: a reference to what is not here would stop every later sealing. */
async function holdsAttachments(change: Change, attachments: StationServices['attachments']): Promise<boolean> {
  for (const { sm3, sizeBytes } of change.op === 'put' ? attachmentsIn(change.body) : []) {
    if ((await attachments.sizeOf(sm3)) !== sizeBytes) return false;
  }
  return true;
}

interface Context {
  readonly profile: Station;
  readonly by: RecordId;
  readonly operators: OperatorList;
  readonly directory: StationServices['directory'];
}

async function refusal(table: TableName, change: Change, { profile, by, operators, directory }: Context): Promise<string | null> {
  if (WRITTEN_BY_MAIN.has(table)) return 'commit.not-for-the-page';
  if (table === 'admissions' && change.op === 'put') return admissionRefusal(change.body, profile);
  if (table === 'decisions' && change.op === 'put') return decisionRefusal(change.body, profile, directory);
  if (table === 'operators') return operatorRefusal(change, by, operators);
  return null;
}

/** A key certifies its own id: an admission that pairs an id with another key would let a stranger speak for that station. */
function admissionRefusal(body: unknown, own: Station): string | null {
  const { stationId, publicKey, officeKind, regionCode, relation } = admissionSchema.parse(body);
  const spki = new Uint8Array(Buffer.from(publicKey, 'base64'));
  if (parseSpki(spki) === null || stationIdOf(spki) !== stationId) return 'admission.key-differs';
  if (stationId === own.stationId) return 'admission.own-station';
  const difference = OFFICE_RANK[officeKind] - OFFICE_RANK[own.officeKind];
  const inLine =
    relation === 'superior'
      ? difference > 0 && isWithin(own.regionCode, regionCode)
      : difference < 0 && isWithin(regionCode, own.regionCode);
  return inLine ? null : 'admission.not-in-line';
}

/** A finance office decides on the plan items of its own region only, and only of offices it knows. */
async function decisionRefusal(body: unknown, own: Station, directory: StationServices['directory']): Promise<string | null> {
  const { planItemId } = decisionSchema.parse(body);
  if (isOwnedBy(planItemId, own.stationId)) return null;
  const maker = (await directory.view()).officeOf(planItemId);
  return maker !== null && isWithin(maker.admission.regionCode, own.regionCode) ? null : 'commit.outside-region';
}

/** New operators come with a password (addOperator); here posts change and people leave, but nobody removes themselves. */
async function operatorRefusal(change: Change, by: RecordId, operators: OperatorList): Promise<string | null> {
  if ((await operators.find(change.id)) === null) return 'operator.unknown';
  const leaves = change.op === 'remove' || change.body['active'] !== true;
  return leaves && change.id === by ? 'operator.still-needed' : null;
}
