// The offices of the training county: all of it made up. Names begin with 演练, so that no screen, paper or file can be taken for real.

import { usccCheckCharacter } from '#shared/base/uscc';
import { ORDINARY_OFFICE } from '#shared/domain/buyer';
import type { OfficeKind } from '#shared/domain/office';
import type { RequestOf } from '#shared/ipc/contract';
import type { Seat } from '#shared/ipc/seats';

/** The same for everybody and shown on the sign-in screen: nothing is behind them. */
export const TRAINING_PASSWORD = '12345678';
export const TRAINING_PASSPHRASE = '1234567890';

/** Some county there is, because rules and screens ask for one; the offices in it are not those of that county. */
const REGION_CODE = '150824';

export interface TrainingOffice {
  readonly seat: Seat;
  readonly name: string;
  readonly officeKind: OfficeKind;
  readonly uscc: string;
  readonly people: readonly { readonly name: string; readonly post: string }[];
}

/** Duties that may not join lie with different people: preparing, reviewing or deciding, accepting. */
export const TRAINING_OFFICES: readonly [TrainingOffice, TrainingOffice, TrainingOffice] = [
  {
    seat: 'unit-1',
    name: '演练旗民政局',
    officeKind: 'unit',
    uscc: creditCode('11', '00000101A'),
    people: [
      { name: '演练员甲', post: '经办' },
      { name: '演练员乙', post: '审核' },
      { name: '演练员丙', post: '验收' },
    ],
  },
  {
    seat: 'unit-2',
    name: '演练旗文化和旅游局',
    officeKind: 'unit',
    uscc: creditCode('11', '00000102A'),
    people: [
      { name: '演练员丁', post: '经办' },
      { name: '演练员戊', post: '审核' },
      { name: '演练员己', post: '验收' },
    ],
  },
  {
    seat: 'county',
    name: '演练旗财政局',
    officeKind: 'county',
    uscc: creditCode('11', '00000100A'),
    people: [
      { name: '演练员庚', post: '收发' },
      { name: '演练员辛', post: '审定' },
    ],
  },
];

/** What a person would fill in at the office's first start. */
export function setUpRequest({ name, officeKind, uscc, people }: TrainingOffice): RequestOf<'createStation'> {
  return {
    name,
    officeKind,
    regionCode: REGION_CODE,
    uscc,
    secrecyDeclared: true,
    buyer: officeKind === 'unit' ? { name, uscc, regionCode: REGION_CODE, ...ORDINARY_OFFICE } : null,
    operators: people.map((person) => ({ ...person, password: TRAINING_PASSWORD })),
    passphrase: TRAINING_PASSPHRASE,
  };
}

/** Registrar and kind (2), the training county (6), a number that is nobody's (9), and the check character. */
export function creditCode(kind: string, number: string): string {
  const first = `${kind}${REGION_CODE}${number}`;
  return `${first}${usccCheckCharacter(`${first}0`) ?? ''}`;
}
