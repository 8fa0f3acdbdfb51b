// What no text of a plan item may hold: state secrets, people's numbers, and letters that only one old program can show.

import { judgeMongolian } from '../../../base/mongolian';
import { governing } from '../../../policy/clauses';
import { hasIdentityNumber, hasPhoneNumber } from '../personal-data';
import { secrecyGate, textsIn } from '../secrecy';
import { type PlanItemForm, planItemRule } from './plan-item-rule';

/** R048: the stop while typing comes first; this keeps what came by another way from being finalised. */
export const secrecyWords = planItemRule({
  id: 'plan-item.secrecy-words',
  clause: governing('三(三)'),
  requirement: 'R048',
  severity: 'block',
  check(item) {
    const count = secrecyGate(textsIn(item)).length;
    return count === 0 ? [] : [{ field: '', evidence: { count } }];
  },
});

export const confidential = planItemRule({
  id: 'plan-item.confidential',
  clause: governing('三(三)'),
  requirement: 'R048',
  severity: 'block',
  check: (item) => (item.confidential === true ? [{ field: 'confidential', evidence: {} }] : []),
});

export const identityNumber = planItemRule({
  id: 'plan-item.identity-number',
  clause: governing('二(二)2'),
  requirement: 'R014',
  severity: 'block',
  check: (item) => fieldsWith(item, hasIdentityNumber),
});

/** Figures of eleven digits can be something else, so this one asks. */
export const phoneNumber = planItemRule({
  id: 'plan-item.phone-number',
  clause: governing('二(二)2'),
  requirement: 'R014',
  severity: 'warn',
  check: (item) => fieldsWith(item, hasPhoneNumber),
});

/** No clause speaks of encodings, the sentence says so; the clause is that the plan is to be read. The text stays as it was typed. */
export const mongolianPrivateCodes = planItemRule({
  id: 'plan-item.mongolian-private-codes',
  clause: governing('二(二)2'),
  severity: 'warn',
  check: ({ mongolianName }) => (judgeMongolian(mongolianName ?? '') === 'private-codes' ? [{ field: 'mongolianName', evidence: {} }] : []),
});

/** Free texts only: codes, ids and hashes are long figures by nature. */
function fieldsWith(item: PlanItemForm, found: (text: string) => boolean) {
  const texts: Readonly<Record<string, string | undefined>> = {
    name: item.name,
    content: item.content,
    'otherService.name': item.otherService?.name,
    'otherService.reason': item.otherService?.reason,
    costBasis: item.costBasis,
    place: item.place,
    'recipients.group': item.recipients?.group,
    'recipients.area': item.recipients?.area,
    'duty.document': item.duty?.document,
    'duty.item': item.duty?.item,
    'need.source': item.need?.source,
    'need.conclusion': item.need?.conclusion,
    'suitability.reason': item.suitability?.reason,
    'benefits.duty': item.benefits?.duty,
    'benefits.cost': item.benefits?.cost,
    'benefits.quality': item.benefits?.quality,
    exclusionReview: item.exclusionReview,
  };
  return Object.entries(texts)
    .filter(([, text]) => text !== undefined && found(text))
    .map(([field]) => ({ field, evidence: {} }));
}
