// The three offices of the journey: who they are, where, and who works there. Names of offices are real, people are roles.

import { assert } from '#shared/base/assert';
import { usccCheckCharacter } from '#shared/base/uscc';
import type { OfficeKind } from '#shared/domain/office';

export interface Person {
  readonly name: string;
  readonly post: string;
  readonly password: string;
}

export interface Office {
  readonly kind: OfficeKind;
  readonly name: string;
  readonly league: string;
  /** Banner or county; absent for a league's office. */
  readonly county?: string;
  readonly uscc: string;
  /** Who prepares, and who reviews or decides. */
  readonly people: readonly [Person, Person];
  readonly passphrase: string;
}

export const UNIT: Office = {
  kind: 'unit',
  name: '喀喇沁旗民政局',
  league: '赤峰市',
  county: '喀喇沁旗',
  uscc: withCheckCharacter('11150428MB1234567'),
  people: [
    { name: '编制员甲', post: '社会事务股科员', password: '编制口令-2026' },
    { name: '审核员乙', post: '社会事务股股长', password: '审核口令-2026' },
  ],
  passphrase: '锡伯河 马鞍山 民政印章',
};

export const COUNTY: Office = {
  kind: 'county',
  name: '喀喇沁旗财政局',
  league: '赤峰市',
  county: '喀喇沁旗',
  uscc: withCheckCharacter('11150428MB2345678'),
  people: [
    { name: '受理员丙', post: '预算股科员', password: '受理口令-2026' },
    { name: '审定员丁', post: '预算股股长', password: '审定口令-2026' },
  ],
  passphrase: '锡伯河 马鞍山 财政印章',
};

export const LEAGUE: Office = {
  kind: 'league',
  name: '赤峰市财政局',
  league: '赤峰市',
  uscc: withCheckCharacter('11150400MB3456789'),
  people: [
    { name: '汇总员戊', post: '综合科科员', password: '汇总口令-2026' },
    { name: '负责人己', post: '综合科科长', password: '负责口令-2026' },
  ],
  passphrase: '英金河 红山 财政印章',
};

/** A credit code from its first seventeen characters. */
export function withCheckCharacter(first17: string): string {
  const check = usccCheckCharacter(first17);
  assert(check !== null, 'the first seventeen characters are of the alphabet');
  return first17 + check;
}
