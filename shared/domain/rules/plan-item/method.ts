// How a project is to be bought and from whom: method, kinds of provider, what is kept for small and medium enterprises.

import { multiplyBasisPoints } from '../../../base/money';
import { governing } from '../../../policy/clauses';
import { findProcurementMethod, PROVIDER_TYPES } from '../../../policy/code-lists';
import { ORDER_102_FROM } from '../order-102';
import { methodOutside, unknownMethod } from '../procurement-method';
import { fenOf, isBlank } from '../reading';
import { planItemRule } from './plan-item-rule';

const MECHANISM = governing('三(四)3');
const PROVIDERS = governing('三(二)');

export const methodUnknown = planItemRule({
  id: 'plan-item.method-unknown',
  clause: MECHANISM,
  requirement: 'R070',
  severity: 'block',
  check: unknownMethod,
});

/** R072: 委托, 特许经营 and 战略合作 are no longer ways of their own (102号令第2条). */
export const methodOutsideProcurement = planItemRule({
  id: 'plan-item.method-outside-procurement',
  clause: 'L02',
  requirement: 'R072',
  severity: 'block',
  check: methodOutside,
});

/** R016: until then they were open to what is special and unfit for competition; the grounds belong to the papers. */
export const methodOutsideNeedsProof = planItemRule({
  id: 'plan-item.method-outside-needs-proof',
  clause: MECHANISM,
  requirement: 'R016',
  severity: 'warn',
  until: ORDER_102_FROM,
  check({ method = '', attachments = [] }) {
    if (findProcurementMethod(method)?.nonCompetitive !== true || attachments.length > 0) return [];
    return [{ field: 'method', evidence: { method } }];
  },
});

/** 财政部令第74号第3条: 询价 buys goods. */
export const methodGoodsOnly = planItemRule({
  id: 'plan-item.method-goods-only',
  clause: 'L36',
  requirement: 'R070',
  severity: 'block',
  check({ method = '' }) {
    return findProcurementMethod(method)?.goodsOnly === true ? [{ field: 'method', evidence: { method } }] : [];
  },
});

/** R016: a single source shows its grounds. */
export const singleSourceProof = planItemRule({
  id: 'plan-item.single-source-proof',
  clause: 'L15',
  requirement: 'R016',
  severity: 'warn',
  check: ({ method, attachments = [] }) =>
    method === 'single-source' && attachments.length === 0 ? [{ field: 'attachments', evidence: {} }] : [],
});

export const providerTypes = planItemRule({
  id: 'plan-item.provider-types',
  clause: PROVIDERS,
  requirement: 'R046',
  severity: 'block',
  check({ providerTypes: types = [] }) {
    const known = types.filter((type) => !isBlank(type) && Object.hasOwn(PROVIDER_TYPES, type));
    return known.length > 0 && known.length === types.length ? [] : [{ field: 'providerTypes', evidence: {} }];
  },
});

/** 102号令第18条: individuals only where the work truly suits one, never as hidden employment. */
export const providerIndividual = planItemRule({
  id: 'plan-item.provider-individual',
  clause: 'L09',
  severity: 'warn',
  check: ({ providerTypes: types = [] }) => (types.includes('P8') ? [{ field: 'providerTypes', evidence: {} }] : []),
});

/** Kinds that only order 102 names. */
const NAMED_BY_ORDER_102 = ['P6', 'P7', 'P8'];

export const providerNotYetNamed = planItemRule({
  id: 'plan-item.provider-not-yet-named',
  clause: PROVIDERS,
  severity: 'warn',
  until: ORDER_102_FROM,
  check: ({ providerTypes: types = [] }) =>
    types
      .filter((type) => NAMED_BY_ORDER_102.includes(type))
      .map((providerType) => ({ field: 'providerTypes', evidence: { providerType } })),
});

/** 财库〔2020〕46号第8条: services up to two million yuan are as a rule kept whole for small and medium enterprises. */
const SMALL_PROJECT_FEN = 200_000_000;
const LEAST_SHARE_BASIS_POINTS = 3_000;

export const smeSmallProject = planItemRule({
  id: 'plan-item.sme-small-project',
  clause: 'L48',
  severity: 'warn',
  check({ amountFen, smeReservedFen }) {
    const amount = fenOf(amountFen) ?? 0;
    const reserved = fenOf(smeReservedFen) ?? 0;
    if (amount === 0 || amount > SMALL_PROJECT_FEN || reserved >= amount) return [];
    return [{ field: 'smeReservedFen', evidence: { reservedFen: reserved, amountFen: amount } }];
  },
});

/** Above it, at least three tenths. */
export const smeShare = planItemRule({
  id: 'plan-item.sme-share',
  clause: 'L48',
  severity: 'warn',
  check({ amountFen, smeReservedFen }) {
    const amount = fenOf(amountFen) ?? 0;
    const reserved = fenOf(smeReservedFen) ?? 0;
    if (amount <= SMALL_PROJECT_FEN) return [];
    const leastFen = multiplyBasisPoints(amount, LEAST_SHARE_BASIS_POINTS).fen;
    return reserved >= leastFen ? [] : [{ field: 'smeReservedFen', evidence: { reservedFen: reserved, leastFen } }];
  },
});

export const smeOverAmount = planItemRule({
  id: 'plan-item.sme-over-amount',
  clause: 'L48',
  severity: 'block',
  check({ amountFen, smeReservedFen }) {
    const amount = fenOf(amountFen);
    const reserved = fenOf(smeReservedFen);
    if (amount === undefined || reserved === undefined || reserved <= amount) return [];
    return [{ field: 'smeReservedFen', evidence: { reservedFen: reserved, amountFen: amount } }];
  },
});
