// Who may purchase: the three types of 80号文 三(一), and what order 102 took away from 2020-03-01.

import type { BusinessDate } from '../../../base/date';
import { judgeMongolian } from '../../../base/mongolian';
import { checkUscc } from '../../../base/uscc';
import { governing } from '../../../policy/clauses';
import type { Buyer } from '../../buyer';
import type { Finding } from '../../finding';
import { isBlank } from '../reading';
import { everyRuleOf, type Loose, ruleFor, runRules } from '../rule';
import type { BuyerEvidence } from './evidence';

export type BuyerForm = Loose<Buyer>;

const buyerRule = ruleFor<BuyerForm, null>();

/** Type 1: an administrative organ is no public institution. */
export const organClass = buyerRule({
  id: 'buyer.organ-class',
  clause: governing('三(一)'),
  requirement: 'R035',
  severity: 'block',
  check({ buyerType, institutionClass }) {
    if (buyerType !== 'B1' || institutionClass === undefined || institutionClass === 'none') return [];
    return [{ field: 'institutionClass', evidence: { institutionClass } }];
  },
});

/** Type 2: managed by the civil service law and with administrative functions; one alone is not enough. */
export const participatingInstitution = buyerRule({
  id: 'buyer.participating-institution',
  clause: governing('三(一)'),
  requirement: 'R035',
  severity: 'block',
  check(buyer) {
    if (buyer.buyerType !== 'B2') return [];
    return (['civilServiceManaged', 'administrativeFunction'] as const)
      .filter((field) => buyer[field] !== true)
      .map((field) => ({ field, evidence: { missing: field } }));
  },
});

/** Type 3: administrative posts, borne by finance, and an actual need put in words. */
export const massOrganisation = buyerRule({
  id: 'buyer.mass-organisation',
  clause: governing('三(一)'),
  requirement: 'R036',
  severity: 'block',
  check(buyer) {
    if (buyer.buyerType !== 'B3') return [];
    const missing = [
      ...(buyer.establishment === 'administrative' ? [] : ['establishment']),
      ...(buyer.fundedByFinance === true ? [] : ['fundedByFinance']),
      ...(isBlank(buyer.needStatement) ? ['needStatement'] : []),
    ];
    return missing.map((field) => ({ field, evidence: { missing: field } }));
  },
});

/** From 2020-03-01 a public institution of class 1 neither purchases nor supplies. */
export const publicInstitutionOne = buyerRule({
  id: 'buyer.public-institution-1',
  clause: 'L03',
  requirement: 'R020',
  severity: 'block',
  check({ institutionClass }) {
    return institutionClass === 'public-1' ? [{ field: 'institutionClass', evidence: { institutionClass } }] : [];
  },
});

/** From 2020-03-01 a mass organisation on 事业编制 that finance supports is out as well. */
export const institutionalPosts = buyerRule({
  id: 'buyer.institutional-posts',
  clause: 'L03',
  requirement: 'R036',
  severity: 'block',
  check({ buyerType, establishment, fundedByFinance }) {
    if (buyerType !== 'B3' || establishment !== 'institutional' || fundedByFinance !== true) return [];
    return [{ field: 'establishment', evidence: { establishment } }];
  },
});

/** Paper originals contain errors, so a wrong credit code asks and does not stop. */
export const buyerUscc = buyerRule({
  id: 'buyer.uscc',
  clause: governing('三(一)'),
  severity: 'warn',
  check({ uscc }) {
    if (isBlank(uscc)) return [];
    return checkUscc(uscc ?? '').problems.map((problem) => ({ field: 'uscc', evidence: { problem } }));
  },
});

/** As of a plan item's name: no clause speaks of encodings, and the sentence says so. */
export const mongolianPrivateCodes = buyerRule({
  id: 'buyer.mongolian-private-codes',
  clause: governing('三(一)'),
  severity: 'warn',
  check: ({ mongolianName }) => (judgeMongolian(mongolianName ?? '') === 'private-codes' ? [{ field: 'mongolianName', evidence: {} }] : []),
});

export const buyerRules = everyRuleOf<keyof BuyerEvidence>()([
  organClass,
  participatingInstitution,
  massOrganisation,
  publicInstitutionOne,
  institutionalPosts,
  buyerUscc,
  mongolianPrivateCodes,
]);

/** Findings about a purchasing office as the law stood on `date`. */
export function checkBuyer(buyer: BuyerForm, date: BusinessDate): Finding[] {
  return runRules(buyerRules, buyer, null, date);
}
