// With whom and how: the supplier himself performs and is paid, chosen by a lawful method (80号文 三(二), 三(四)3).

import { checkUscc, normaliseUscc } from '../../../base/uscc';
import { governing } from '../../../policy/clauses';
import { methodOutside, unknownMethod } from '../procurement-method';
import { compact, isBlank } from '../reading';
import { contractRule } from './contract-rule';

const CONTRACTING = governing('三(四)3');

/** R075: 严禁转包. */
export const noAssignment = contractRule({
  id: 'contract.no-assignment',
  clause: CONTRACTING,
  requirement: 'R075',
  severity: 'block',
  check: (contract) => (contract.noAssignmentPromised === true ? [] : [{ field: 'noAssignmentPromised', evidence: {} }]),
});

/** R075: money goes to who signed; another payee is how assignment shows. */
export const payeeDiffers = contractRule({
  id: 'contract.payee-differs',
  clause: CONTRACTING,
  requirement: 'R075',
  severity: 'block',
  check({ supplier, payeeName, payeeUscc }) {
    const findings: { field: string; evidence: { part: string } }[] = [];
    if (!isBlank(supplier?.name) && compact(supplier?.name ?? '') !== compact(payeeName ?? '')) {
      findings.push({ field: 'payeeName', evidence: { part: 'name' } });
    }
    if (!isBlank(supplier?.uscc) && normaliseUscc(supplier?.uscc ?? '') !== normaliseUscc(payeeUscc ?? '')) {
      findings.push({ field: 'payeeUscc', evidence: { part: 'uscc' } });
    }
    return findings;
  },
});

/** R037: the code's check character; paper has errors, so it asks. */
export const supplierUscc = contractRule({
  id: 'contract.supplier-uscc',
  clause: governing('三(二)'),
  requirement: 'R037',
  severity: 'warn',
  check({ supplier }) {
    if (isBlank(supplier?.uscc)) return [];
    return checkUscc(supplier?.uscc ?? '').problems.map((problem) => ({ field: 'supplier.uscc', evidence: { problem } }));
  },
});

/** Buying from oneself is not buying from society. */
export const supplierIsBuyer = contractRule({
  id: 'contract.supplier-is-buyer',
  clause: governing('三(二)'),
  severity: 'block',
  check({ supplier }, { buyer }) {
    if (buyer === undefined || isBlank(supplier?.uscc)) return [];
    if (normaliseUscc(supplier?.uscc ?? '') !== normaliseUscc(buyer.uscc)) return [];
    return [{ field: 'supplier.uscc', evidence: {} }];
  },
});

/** The kinds of provider were settled with the plan. */
export const supplierType = contractRule({
  id: 'contract.supplier-type',
  clause: governing('三(二)'),
  requirement: 'R046',
  severity: 'warn',
  check({ supplier }, { planItem }) {
    const type = supplier?.type;
    if (type === undefined || planItem === undefined || planItem.providerTypes.includes(type)) return [];
    return [{ field: 'supplier.type', evidence: { type } }];
  },
});

export const contractMethodUnknown = contractRule({
  id: 'contract.method-unknown',
  clause: CONTRACTING,
  requirement: 'R070',
  severity: 'block',
  check: unknownMethod,
});

/** R072, as for the plan: no way outside procurement from 2020-03-01. */
export const contractMethodOutside = contractRule({
  id: 'contract.method-outside-procurement',
  clause: 'L02',
  requirement: 'R072',
  severity: 'block',
  check: methodOutside,
});

export const methodDiffers = contractRule({
  id: 'contract.method-differs',
  clause: CONTRACTING,
  severity: 'warn',
  check({ method = '' }, { planItem }) {
    if (isBlank(method) || planItem === undefined || planItem.method === method) return [];
    return [{ field: 'method', evidence: { method, plannedMethod: planItem.method } }];
  },
});
