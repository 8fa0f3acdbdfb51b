// What may not be purchased: each exclusion in force is denied by name, and words that hint at one are explained (R048).

import type { BusinessDate } from '../../../base/date';
import { type ClauseId, governing } from '../../../policy/clauses';
import { exclusionsInForce, type KeywordHit, keywordHits } from '../../../policy/exclusions';
import { isBlank } from '../reading';
import { type PlanItemForm, planItemRule } from './plan-item-rule';

const SEED = governing('三(三)');

export const exclusionsDenied = planItemRule({
  id: 'plan-item.exclusions-denied',
  clause: SEED,
  requirement: 'R048',
  severity: 'block',
  check: (item, { date }) => undenied(item, SEED, date),
});

/** 财预〔2017〕87号二: goods, construction, packages and financing. */
export const goodsWorksDenied = planItemRule({
  id: 'plan-item.goods-works-denied',
  clause: 'L12',
  requirement: 'R048',
  severity: 'block',
  check: (item, { date }) => undenied(item, 'L12', date),
});

/** 102号令第10条: the six of the negative list. */
export const negativeListDenied = planItemRule({
  id: 'plan-item.negative-list-denied',
  clause: 'L06',
  requirement: 'R048',
  severity: 'block',
  check: (item, { date }) => undenied(item, 'L06', date),
});

export const exclusionWords = planItemRule({
  id: 'plan-item.exclusion-words',
  clause: SEED,
  requirement: 'R048',
  severity: 'block',
  check: (item, { date }) => unexplained(item, wordsOf(item, date, SEED)),
});

export const negativeListWords = planItemRule({
  id: 'plan-item.negative-list-words',
  clause: 'L06',
  requirement: 'R048',
  severity: 'block',
  check: (item, { date }) => unexplained(item, wordsOf(item, date, 'L06')),
});

/** Order 102 repeats most of these words; a word is reported once. */
export const goodsWorksWords = planItemRule({
  id: 'plan-item.goods-works-words',
  clause: 'L12',
  requirement: 'R048',
  severity: 'block',
  check(item, { date }) {
    const repeated = new Set(wordsOf(item, date, 'L06').map((hit) => hit.keyword));
    return unexplained(
      item,
      wordsOf(item, date, 'L12').filter((hit) => !repeated.has(hit.keyword)),
    );
  },
});

function undenied({ exclusionsDenied: denied = [] }: PlanItemForm, clause: ClauseId, date: BusinessDate) {
  const missing = exclusionsInForce(date).filter((exclusion) => exclusion.clause === clause && !denied.includes(exclusion.id));
  if (missing.length === 0) return [];
  const ids = missing.map((exclusion) => exclusion.id).join('、');
  return [{ field: 'exclusionsDenied', evidence: { missing: ids, count: missing.length } }];
}

/** Words of the lists in the texts that say what is bought. Duties and needs quote statutes, so they are not searched. */
function wordsOf({ name, content, otherService }: PlanItemForm, date: BusinessDate, clause: ClauseId): readonly KeywordHit[] {
  const texts = [name, content, otherService?.name].filter((text) => text !== undefined);
  return keywordHits(texts.join('\n。'), date).filter((hit) => hit.exclusion.clause === clause && hit.exclusion.onHit !== 'stop');
}

function unexplained({ exclusionReview }: PlanItemForm, hits: readonly KeywordHit[]) {
  if (hits.length === 0 || !isBlank(exclusionReview)) return [];
  const words = [...new Set(hits.map((hit) => hit.keyword))].join('、');
  const exclusions = [...new Set(hits.map((hit) => hit.exclusion.id))].join('、');
  return [{ field: 'exclusionReview', evidence: { words, exclusions } }];
}
