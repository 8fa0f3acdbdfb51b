// The eight elements of a contract (80号文 三(四)3), the rights of the three parties (四(二)), and what secrecy forbids.

import { governing } from '../../../policy/clauses';
import { dateOf, isBlank } from '../reading';
import { secrecyGate, textsIn } from '../secrecy';
import { type ContractForm, contractRule } from './contract-rule';

/** 范围、标的、数量、质量要求、服务期限、资金支付方式、权利义务、违约责任: element → its fields that are empty. */
const ELEMENTS: Readonly<Record<string, (contract: ContractForm) => string[]>> = {
  scope: (contract) => blank(contract, 'scope'),
  subject: (contract) => blank(contract, 'subject'),
  quantity: ({ lines = [] }) => (lines.length === 0 ? ['lines'] : []),
  quality: (contract) => blank(contract, 'quality'),
  term: (contract) => (['startsOn', 'endsOn'] as const).filter((field) => dateOf(contract[field]) === undefined),
  payment: (contract) => [...blank(contract, 'paymentTerms'), ...((contract.schedule ?? []).length === 0 ? ['schedule'] : [])],
  rights: ({ rights }) => (['buyer', 'supplier'] as const).filter((party) => isBlank(rights?.[party])).map((party) => `rights.${party}`),
  breach: (contract) => blank(contract, 'breach'),
};

/** R074: without all eight it is not finalised. */
export const elementMissing = contractRule({
  id: 'contract.element-missing',
  clause: governing('三(四)3'),
  requirement: 'R074',
  severity: 'block',
  check: (contract) =>
    Object.entries(ELEMENTS).flatMap(([element, emptyFields]) =>
      emptyFields(contract).map((field) => ({ field, evidence: { element, field } })),
    ),
});

/** R102: the third party is the recipients; buyer and supplier are already an element of the contract. */
export const rightsOfThree = contractRule({
  id: 'contract.rights-of-three',
  clause: governing('四(二)'),
  requirement: 'R102',
  severity: 'block',
  check: ({ rights }) =>
    isBlank(rights?.recipients) ? [{ field: 'rights.recipients', evidence: { party: 'recipients' } }] : [],
});

export const headMissing = contractRule({
  id: 'contract.head-missing',
  clause: governing('三(四)3'),
  requirement: 'R074',
  severity: 'block',
  check(contract) {
    const missing = [
      ...blank(contract, 'number'),
      ...blank(contract, 'name'),
      ...(isBlank(contract.supplier?.name) ? ['supplier.name'] : []),
      ...(dateOf(contract.signedOn) === undefined ? ['signedOn'] : []),
    ];
    return missing.map((field) => ({ field, evidence: { missing: field } }));
  },
});

/** 财库〔2021〕22号第24条: how it will be accepted is part of the contract. */
export const acceptanceScheme = contractRule({
  id: 'contract.acceptance-scheme',
  clause: 'L46',
  severity: 'block',
  check: (contract) => blank(contract, 'acceptanceScheme').map((field) => ({ field, evidence: {} })),
});

export const contractSecrecyWords = contractRule({
  id: 'contract.secrecy-words',
  clause: governing('三(三)'),
  requirement: 'R048',
  severity: 'block',
  check(contract) {
    const count = secrecyGate(textsIn(contract)).length;
    return count === 0 ? [] : [{ field: '', evidence: { count } }];
  },
});

type TextField = 'number' | 'name' | 'scope' | 'subject' | 'quality' | 'paymentTerms' | 'breach' | 'acceptanceScheme';

function blank(contract: ContractForm, field: TextField): string[] {
  return isBlank(contract[field]) ? [field] : [];
}
