// What plan items and contracts are both asked about their procurement method. Which clause asks is said by their own rules.

import { findProcurementMethod } from '../../policy/code-lists';
import { ORDER_102_FROM } from './order-102';

interface WithMethod {
  readonly method?: string | undefined;
}

/** A method that is on no list, the empty one included. */
export function unknownMethod({ method = '' }: WithMethod) {
  return findProcurementMethod(method) === null ? [{ field: 'method', evidence: { method } }] : [];
}

/** 委托, 特许经营 or 战略合作: ways outside procurement, closed from 2020-03-01 (102号令第2条). */
export function methodOutside({ method = '' }: WithMethod) {
  if (findProcurementMethod(method)?.nonCompetitive !== true) return [];
  return [{ field: 'method', evidence: { method, blockedFrom: ORDER_102_FROM } }];
}
