// Who accepted, what the recipients say, and whether the verdict agrees with the lines.

import { governing } from '../../../policy/clauses';
import { isPublicService } from '../plan-item/need';
import { countOf, dateOf, fenOf, isBlank } from '../reading';
import { secrecyGate, textsIn } from '../secrecy';
import { acceptanceRule } from './acceptance-rule';

const ACCEPTING = governing('三(四)3');

export const contractUnknown = acceptanceRule({
  id: 'acceptance.contract-unknown',
  clause: ACCEPTING,
  severity: 'block',
  check: (_acceptance, { contract }) => (contract === undefined ? [{ field: 'contractId', evidence: {} }] : []),
});

/** What is accepted is what the contract says now. */
export const contractNotCurrent = acceptanceRule({
  id: 'acceptance.contract-not-current',
  clause: ACCEPTING,
  severity: 'block',
  check({ contractRev }, { contract }) {
    if (contractRev === undefined || contract === undefined || contractRev === contract.rev) return [];
    return [{ field: 'contractRev', evidence: { contractRev, currentRev: contract.rev } }];
  },
});

export const acceptanceHeadMissing = acceptanceRule({
  id: 'acceptance.head-missing',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check(acceptance) {
    const missing = [
      ...(isBlank(acceptance.number) ? ['number'] : []),
      ...(dateOf(acceptance.acceptedOn) === undefined ? ['acceptedOn'] : []),
      ...(acceptance.outcome === undefined ? ['outcome'] : []),
      ...(fenOf(acceptance.payableFen) === undefined ? ['payableFen'] : []),
    ];
    return missing.map((field) => ({ field, evidence: { missing: field } }));
  },
});

/** Passed means every line: conforming, and accepted as delivered. */
export const outcomePassed = acceptanceRule({
  id: 'acceptance.outcome-passed',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check({ outcome, lines = [] }) {
    if (outcome !== 'passed') return [];
    return lines.flatMap((line, index) =>
      line.conforms === false || line.acceptedE4 !== line.deliveredE4
        ? [{ field: 'outcome', evidence: { lineNo: line.lineNo ?? index + 1 } }]
        : [],
    );
  },
});

/** Partly means something accepted and something not. */
export const outcomePartly = acceptanceRule({
  id: 'acceptance.outcome-partly',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check({ outcome, lines = [] }) {
    if (outcome !== 'partly') return [];
    const someAccepted = lines.some((line) => (line.acceptedE4 ?? 0) > 0);
    const someRefused = lines.some((line) => line.conforms === false || line.acceptedE4 !== line.deliveredE4);
    return someAccepted && someRefused ? [] : [{ field: 'outcome', evidence: {} }];
  },
});

/** Failed means nothing accepted and nothing payable. */
export const outcomeFailed = acceptanceRule({
  id: 'acceptance.outcome-failed',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check({ outcome, lines = [], payableFen }) {
    if (outcome !== 'failed') return [];
    const payable = fenOf(payableFen) ?? 0;
    const someAccepted = lines.some((line) => (line.acceptedE4 ?? 0) > 0);
    return someAccepted || payable > 0 ? [{ field: 'outcome', evidence: { payableFen: payable } }] : [];
  },
});

/** R077: a public service does not pass without its recipients' opinion. */
export const recipientOpinion = acceptanceRule({
  id: 'acceptance.recipient-opinion',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check({ outcome, recipientOpinion: opinion }, { catalogueCode }) {
    if (!isPublicService({ catalogueCode }) || outcome === 'failed') return [];
    const missing = [
      ...((countOf(opinion?.asked) ?? 0) > 0 ? [] : ['asked']),
      ...(countOf(opinion?.content) === undefined ? ['content'] : []),
      ...(isBlank(opinion?.words) ? ['words'] : []),
    ];
    return missing.map((part) => ({ field: `recipientOpinion.${part}`, evidence: { missing: part } }));
  },
});

export const opinionCounts = acceptanceRule({
  id: 'acceptance.opinion-counts',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check({ recipientOpinion: opinion }) {
    const asked = countOf(opinion?.asked);
    const content = countOf(opinion?.content);
    if (asked === undefined || content === undefined || content <= asked) return [];
    return [{ field: 'recipientOpinion.content', evidence: { asked, content } }];
  },
});

/** 政府采购法实施条例第45条: recipients are invited to the acceptance of a public service. */
export const recipientMember = acceptanceRule({
  id: 'acceptance.recipient-member',
  clause: 'L32',
  requirement: 'R077',
  severity: 'warn',
  check({ members = [] }, { catalogueCode }) {
    if (!isPublicService({ catalogueCode }) || members.some((member) => member.side === 'recipient')) return [];
    return [{ field: 'members', evidence: {} }];
  },
});

/** R077 asks for members; no clause read so far fixes their number. */
export const membersMissing = acceptanceRule({
  id: 'acceptance.members-missing',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check: ({ members = [] }) =>
    members.some((member) => !isBlank(member.name)) ? [] : [{ field: 'members', evidence: {} }],
});

/** R107: handling a contract and accepting under it do not go together. */
export const samePerson = acceptanceRule({
  id: 'acceptance.same-person',
  clause: governing('四(三)'),
  requirement: 'R107',
  severity: 'block',
  check({ acceptedBy }, { contract }) {
    if (acceptedBy === undefined || contract === undefined || acceptedBy !== contract.handledBy) return [];
    return [{ field: 'acceptedBy', evidence: {} }];
  },
});

export const beforeSigning = acceptanceRule({
  id: 'acceptance.before-signing',
  clause: ACCEPTING,
  severity: 'block',
  check(acceptance, { contract }) {
    const acceptedOn = dateOf(acceptance.acceptedOn);
    if (acceptedOn === undefined || contract === undefined || acceptedOn >= contract.signedOn) return [];
    return [{ field: 'acceptedOn', evidence: { acceptedOn, signedOn: contract.signedOn } }];
  },
});

/**
 * What is accepted are results of the service (对服务成果进行检查验收). No document forbids a first part before the agreed term begins,
 * so the office makes sure.
 */
export const beforeStart = acceptanceRule({
  id: 'acceptance.before-start',
  clause: ACCEPTING,
  severity: 'warn',
  check(acceptance, { contract }) {
    const acceptedOn = dateOf(acceptance.acceptedOn);
    if (acceptedOn === undefined || contract === undefined || acceptedOn < contract.signedOn || acceptedOn >= contract.startsOn) return [];
    return [{ field: 'acceptedOn', evidence: { acceptedOn, startsOn: contract.startsOn } }];
  },
});

export const acceptedInFuture = acceptanceRule({
  id: 'acceptance.in-future',
  clause: ACCEPTING,
  severity: 'warn',
  check(acceptance, { today }) {
    const acceptedOn = dateOf(acceptance.acceptedOn);
    return acceptedOn === undefined || acceptedOn <= today ? [] : [{ field: 'acceptedOn', evidence: { acceptedOn, today } }];
  },
});

export const acceptanceSecrecyWords = acceptanceRule({
  id: 'acceptance.secrecy-words',
  clause: governing('三(三)'),
  requirement: 'R048',
  severity: 'block',
  check(acceptance) {
    const count = secrecyGate(textsIn(acceptance)).length;
    return count === 0 ? [] : [{ field: '', evidence: { count } }];
  },
});
