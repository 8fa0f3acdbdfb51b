// A plan item beside the buyer's other items of the year: the same thing planned twice, or one thing cut into pieces.

import { governing } from '../../../policy/clauses';
import { compact, fenOf, isBlank, sumOf } from '../reading';
import { type Pairs, pairsOf, similarityOf } from '../similarity';
import { type PlanItemContext, planItemRule, type SiblingItem } from './plan-item-rule';

const ALIKE = 0.8;
/** Below this many pairs everything resembles everything. */
const LEAST_PAIRS = 8;

export const duplicateName = planItemRule({
  id: 'plan-item.duplicate-name',
  clause: governing('二(二)2'),
  severity: 'warn',
  check({ name }, context) {
    if (isBlank(name)) return [];
    const twin = others(context, indexOf(context.yearItems).byName.get(compact(name ?? '')))[0];
    return twin === undefined ? [] : [{ field: 'name', evidence: { number: twin.number } }];
  },
});

/** A number names one project of the buyer's year. */
export const duplicateNumber = planItemRule({
  id: 'plan-item.duplicate-number',
  clause: governing('三(四)2'),
  severity: 'block',
  check({ number }, context) {
    if (isBlank(number)) return [];
    const twin = others(context, indexOf(context.yearItems).byNumber.get(number ?? ''))[0];
    return twin === undefined ? [] : [{ field: 'number', evidence: { number: twin.number } }];
  },
});

/** Same catalogue item, and four fifths of the text in common: the closest one is named. */
export const duplicateContent = planItemRule({
  id: 'plan-item.duplicate-content',
  clause: governing('二(二)2'),
  severity: 'warn',
  check({ catalogueCode, content }, context) {
    const closest = rememberedClosest(catalogueCode ?? '', content ?? '', context);
    if (closest === null) return [];
    const similarityPercent = Math.floor(closest.similarity * 100);
    return [{ field: 'content', evidence: { number: closest.number, similarityPercent } }];
  },
});

interface Closest {
  readonly number: string;
  readonly similarity: number;
}

function closestTo(catalogueCode: string, content: string, context: PlanItemContext): Closest | null {
  const own = pairsOf(content);
  if (own.length < LEAST_PAIRS) return null;
  let closest: Closest | null = null;
  for (const other of others(context, indexOf(context.yearItems).byCatalogueCode.get(catalogueCode))) {
    const similarity = similarityOf(own, rememberedPairs(other), ALIKE);
    if (similarity >= ALIKE && similarity > (closest?.similarity ?? 0)) closest = { number: other.number, similarity };
    if (similarity === 1) break;
  }
  return closest;
}

interface Asked {
  readonly catalogueCode: string;
  readonly content: string;
  readonly closest: Closest | null;
}

const asked = new WeakMap<readonly SiblingItem[], Map<string | undefined, Asked>>();

/** By far the dearest of all rules, and a row that is compared first and judged then asks twice: its last answer is kept. */
function rememberedClosest(catalogueCode: string, content: string, context: PlanItemContext): Closest | null {
  const ofYear = asked.get(context.yearItems) ?? new Map<string | undefined, Asked>();
  asked.set(context.yearItems, ofYear);
  const held = ofYear.get(context.id);
  if (held?.catalogueCode === catalogueCode && held.content === content) return held.closest;
  const closest = closestTo(catalogueCode, content, context);
  ofYear.set(context.id, { catalogueCode, content, closest });
  return closest;
}

/**
 * 政府采购法实施条例第28条: one budget project, one kind of service, bought several times outside open tender. Whether together they pass the
 * limit is for the office: the region's limit is a local figure.
 */
export const suspectedSplitting = planItemRule({
  id: 'plan-item.suspected-splitting',
  clause: 'L16',
  severity: 'warn',
  check(item, context) {
    if (isBlank(item.budgetProject) || isBlank(item.catalogueCode) || item.method === 'open-tender') return [];
    const pieces = others(context, indexOf(context.yearItems).byBudgetProject.get(item.budgetProject ?? '')).filter((other) =>
      isBlank(item.procurementCode) || isBlank(other.procurementCode)
        ? other.catalogueCode === item.catalogueCode
        : other.procurementCode === item.procurementCode,
    );
    const totalFen = sumOf([fenOf(item.amountFen) ?? 0, ...pieces.map((other) => other.amountFen)]);
    if (pieces.length === 0 || totalFen === undefined) return [];
    return [{ field: 'budgetProject', evidence: { count: pieces.length + 1, totalFen } }];
  },
});

/** The year's items by what the rules look for, so that a year of thousands is not walked for every item of it. */
interface YearIndex {
  readonly byName: ReadonlyMap<string, readonly SiblingItem[]>;
  readonly byNumber: ReadonlyMap<string, readonly SiblingItem[]>;
  readonly byCatalogueCode: ReadonlyMap<string, readonly SiblingItem[]>;
  readonly byBudgetProject: ReadonlyMap<string, readonly SiblingItem[]>;
}

const indexed = new WeakMap<readonly SiblingItem[], YearIndex>();

function indexOf(yearItems: readonly SiblingItem[]): YearIndex {
  let index = indexed.get(yearItems);
  if (index === undefined) {
    index = {
      byName: groupBy(yearItems, rememberedName),
      byNumber: groupBy(yearItems, ({ number }) => number),
      byCatalogueCode: groupBy(yearItems, ({ catalogueCode }) => catalogueCode),
      byBudgetProject: groupBy(yearItems, ({ budgetProject }) => budgetProject),
    };
    indexed.set(yearItems, index);
  }
  return index;
}

function groupBy(items: readonly SiblingItem[], keyOf: (item: SiblingItem) => string): ReadonlyMap<string, readonly SiblingItem[]> {
  const groups = new Map<string, SiblingItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** A group without the item itself. */
function others({ id }: PlanItemContext, group: readonly SiblingItem[] = []): readonly SiblingItem[] {
  return group.filter((other) => other.id !== id);
}

const names = new WeakMap<SiblingItem, string>();

function rememberedName(other: SiblingItem): string {
  let name = names.get(other);
  if (name === undefined) {
    name = compact(other.name);
    names.set(other, name);
  }
  return name;
}

const remembered = new WeakMap<SiblingItem, Pairs>();

function rememberedPairs(other: SiblingItem): Pairs {
  let pairs = remembered.get(other);
  if (pairs === undefined) {
    pairs = pairsOf(other.content);
    remembered.set(other, pairs);
  }
  return pairs;
}
