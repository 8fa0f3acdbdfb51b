// A plan goes down to the single project (80号文 三(四)2): what is bought, how much, for whom, where and when.

import { governing } from '../../../policy/clauses';
import { checkBuyer } from '../buyer/check-buyer';
import { countOf, dateOf, isBlank } from '../reading';
import { planItemRule } from './plan-item-rule';

/** R066: content, unit, place and period of every project. Quantity and price have their own rules. */
export const detailMissing = planItemRule({
  id: 'plan-item.detail-missing',
  clause: governing('三(四)2'),
  requirement: 'R066',
  severity: 'block',
  check(item) {
    const blank = (['number', 'name', 'content', 'unit', 'place'] as const).filter((field) => isBlank(item[field]));
    const undated = (['startsOn', 'endsOn'] as const).filter((field) => dateOf(item[field]) === undefined);
    return [...blank, ...undated].map((field) => ({ field, evidence: { missing: field } }));
  },
});

export const buyerMissing = planItemRule({
  id: 'plan-item.buyer-missing',
  clause: governing('三(一)'),
  requirement: 'R035',
  severity: 'block',
  check: (_item, { buyer }) => (buyer === undefined ? [{ field: 'buyerId', evidence: {} }] : []),
});

/** The buyer's own findings stand with the buyer; here it only matters that there is one that blocks. */
export const buyerBarred = planItemRule({
  id: 'plan-item.buyer-barred',
  clause: governing('三(一)'),
  requirement: 'R035',
  severity: 'block',
  check(_item, { buyer, date }) {
    const count = buyer === undefined ? 0 : checkBuyer(buyer, date).filter((finding) => finding.severity === 'block').length;
    return count === 0 ? [] : [{ field: 'buyerId', evidence: { count } }];
  },
});

/** R014: recipients are named as a group, an area and a positive number. */
export const recipients = planItemRule({
  id: 'plan-item.recipients',
  clause: governing('二(二)2'),
  requirement: 'R014',
  severity: 'block',
  check({ recipients: who }) {
    const missing = [
      ...(isBlank(who?.group) ? ['group'] : []),
      ...((countOf(who?.count) ?? 0) > 0 ? [] : ['count']),
      ...(isBlank(who?.area) ? ['area'] : []),
    ];
    return missing.map((part) => ({ field: `recipients.${part}`, evidence: { missing: part } }));
  },
});

/** R067: who reviews inside the unit is never who prepared. */
export const sameReviewer = planItemRule({
  id: 'plan-item.same-reviewer',
  clause: governing('三(四)2'),
  requirement: 'R067',
  severity: 'block',
  check({ preparedBy, reviewedBy }) {
    if (preparedBy === undefined || preparedBy !== reviewedBy) return [];
    return [{ field: 'reviewedBy', evidence: {} }];
  },
});
