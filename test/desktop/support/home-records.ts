// A year's records for the home page, dated around today: contracts that are due for publishing, paying, ending and accepting.

import { randomBytes } from 'node:crypto';
import { addDays, todayInShanghai, yearOf } from '#shared/base/date';
import { createRecordId, type RecordId, type Sm3Hex, type StationId } from '#shared/base/ids';
import type { Change } from '#shared/ipc/contract';
import { planItem, put } from '../../renderer/data/support/records';
import { acceptance, contract, decision } from '../../shared/domain/samples';
import { unitRequest } from '../../electron/station/support';

export type CommitOne = (change: Change) => Promise<{ readonly hash: Sm3Hex }>;

const NAMES = ['居家养老上门服务', '社区矫正辅助服务', '行业职业资格认定', '草原生态监测', '法律顾问与审计', '其他便民服务'];
const CODES = ['1.07', '2.08', '3.01', '4.08', '5.01', '6.00'];

export interface HomeRecords {
  readonly today: string;
  readonly by: RecordId;
  readonly other: RecordId;
  readonly buyerId: RecordId;
  readonly stationId: StationId;
  readonly year: number;
  /** Asked for, approved, committed and payable, in fen, by category 1 to 6. */
  readonly fen: [asked: number, approved: number, committed: number, payable: number][];
  /** Official projects: five approved or cut, one sent back, one not decided. */
  readonly submitted: number;
  /** Begun: of projects that have no official revision. */
  readonly drafts: { readonly all: number; readonly begun: number };
}

/** One project per category, all but the last approved, the second with less; two contracts and an acceptance. */
export async function writeHomeRecords(commit: CommitOne, stationId: StationId, by: RecordId, other: RecordId, decides: boolean): Promise<HomeRecords> {
  const today = todayInShanghai(Date.now());
  const year = yearOf(today);
  const newId = () => createRecordId(stationId, (size) => randomBytes(size));
  const buyerId = newId();
  await commit(put('buyers', buyerId, 1, unitRequest.buyer ?? {}));

  const fen: [number, number, number, number][] = [];
  const items: RecordId[] = [];
  for (const [index, name] of NAMES.entries()) {
    const id = newId();
    const amountFen = 12_345_678 * (6 - index) + index;
    const code = CODES[index] ?? '1.01';
    const body = planItem(by, {
      buyerId, year, number: `${String(year)}-${String(index + 1).padStart(3, '0')}`, name, catalogueVersion: 'nmg-2014-80', catalogueCode: code,
      amountFen, otherService: code === '6.00' ? { name, reason: '便民', consentDocument: '某财函〔2026〕3号' } : null, preparedBy: other,
    });
    const { hash } = await commit(put('planItems', id, 1, body));
    const approved = index === 5 ? 0 : index === 1 ? amountFen - 1_000_000 : amountFen;
    if (decides && index !== 5) {
      const outcome = index === 1 ? 'cut' : 'approved';
      const said = decision({ planItemId: id, planItemRev: 1, planItemHash: hash, outcome, amountFen: approved, decidedOn: addDays(today, -5), documentNumber: '某财预〔2026〕12号', decidedBy: by });
      await commit(put('decisions', newId(), 1, said));
    }
    items.push(id);
    fen.push([amountFen, decides ? approved : 0, 0, 0]);
  }

  const sign = async (index: number, changes: Parameters<typeof contract>[0]): Promise<RecordId> => {
    const id = newId();
    const body = contract({ planItemId: items[index] ?? newId(), decisionId: newId(), handledBy: by, ...changes });
    await commit(put('contracts', id, 1, body));
    // Contracts count in the year they are signed; one signed last year does not stand in this year's table.
    if (yearOf(body.signedOn) === year && fen[index]) fen[index][2] += body.amountFen;
    return id;
  };
  const enterprise = { name: '某旗暖心养老服务有限公司', uscc: '91152921MA0N12345Q', type: 'P3' };
  const running = await sign(0, {
    number: 'HT-017', name: '居家养老上门服务合同', supplier: enterprise, signedOn: addDays(today, -1), startsOn: today, endsOn: addDays(today, 20), amountFen: 7_000_000,
    schedule: [
      { kind: 1, dueOn: today, amountFen: 2_000_000, condition: '签订后' },
      { kind: 3, dueOn: addDays(today, 45), amountFen: 5_000_000, condition: '验收后' },
    ],
  });
  await sign(3, {
    number: 'HT-009', name: '草原生态监测合同', signedOn: addDays(today, -200), startsOn: addDays(today, -190), endsOn: addDays(today, -35), amountFen: 3_000_000, filingNumber: '备〔2026〕9号',
    schedule: [{ kind: 3, dueOn: addDays(today, -140), amountFen: 3_000_000, condition: '签订后' }],
  });
  const body = acceptance({ contractId: running, number: 'YS-017-1', acceptedOn: today, payableFen: 1_234_567, acceptedBy: by });
  await commit(put('acceptances', newId(), 1, body));
  if (fen[0]) fen[0][3] += body.payableFen;
  return { today, year, by, other, buyerId, stationId, fen, submitted: NAMES.length + 1, drafts: { all: 2, begun: 1 } };
}

/** A project of the sixth category that was sent back where somebody decides, is being written anew for the first, and one more that was only begun. */
export async function writeUnsettledItems(official: CommitOne, working: CommitOne, records: HomeRecords, decides: boolean): Promise<void> {
  const { by, other, buyerId, stationId, year, today, fen } = records;
  const newId = () => createRecordId(stationId, (size) => randomBytes(size));
  const id = newId();
  const amountFen = 3_000_000;
  const body = planItem(by, { buyerId, year, number: `${String(year)}-007`, name: '被退回的项目', catalogueVersion: 'nmg-2014-80', catalogueCode: '6.00', amountFen, otherService: { name: '便民', reason: '便民', consentDocument: '某财函〔2026〕3号' }, preparedBy: other });
  const { hash } = await official(put('planItems', id, 1, body));
  if (decides) await official(put('decisions', newId(), 1, decision({ planItemId: id, planItemRev: 1, planItemHash: hash, outcome: 'returned', amountFen: 0, opinion: '测算依据不足', decidedOn: addDays(today, -5), documentNumber: '某财预〔2026〕12号', decidedBy: by })));
  if (fen[5]) fen[5][0] += amountFen;
  const draft = (number: string, basedOnRev: number) => ({ kind: 'planItems', year, basedOnRev, form: { year: String(year), number, name: '修改中', catalogueVersion: 'nmg-2014-80', catalogueCode: '1.07', buyerId, preparedBy: by, forReview: false } });
  await working(put('drafts', id, 1, draft(`${String(year)}-007`, 1)));
  await working(put('drafts', newId(), 1, draft(`${String(year)}-008`, 0)));
}
