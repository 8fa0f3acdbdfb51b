// Acceptance line by line against what was agreed (R077, R078): every line once, never more than came or was agreed.

import { governing } from '../../../policy/clauses';
import { isBlank, quantityOf } from '../reading';
import { acceptanceRule, acceptedElsewhere } from './acceptance-rule';

const ACCEPTING = governing('三(四)3');

/** R077: every agreed line is looked at. */
export const lineMissing = acceptanceRule({
  id: 'acceptance.line-missing',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check({ lines = [] }, { contract }) {
    const looked = new Set(lines.map((line) => line.lineNo));
    return (contract?.lines ?? [])
      .filter(({ lineNo }) => !looked.has(lineNo))
      .map(({ lineNo }) => ({ field: 'lines', evidence: { lineNo } }));
  },
});

export const lineRepeated = acceptanceRule({
  id: 'acceptance.line-repeated',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check: ({ lines = [] }) =>
    lines.flatMap(({ lineNo }, index) =>
      lineNo !== undefined && lines.findIndex((line) => line.lineNo === lineNo) < index
        ? [{ field: `lines.${index}.lineNo`, evidence: { lineNo } }]
        : [],
    ),
});

export const lineUnknown = acceptanceRule({
  id: 'acceptance.line-unknown',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check({ lines = [] }, { contract }) {
    if (contract === undefined) return [];
    return lines.flatMap(({ lineNo }, index) =>
      lineNo !== undefined && !contract.lines.some((agreed) => agreed.lineNo === lineNo)
        ? [{ field: `lines.${index}.lineNo`, evidence: { lineNo } }]
        : [],
    );
  },
});

/** R077: what was delivered, what was accepted, how it really was, and whether it conforms. */
export const lineIncomplete = acceptanceRule({
  id: 'acceptance.line-incomplete',
  clause: ACCEPTING,
  requirement: 'R077',
  severity: 'block',
  check: ({ lines = [] }) =>
    lines.flatMap((line, index) => {
      const missing = [
        ...(quantityOf(line.deliveredE4) === undefined ? ['deliveredE4'] : []),
        ...(quantityOf(line.acceptedE4) === undefined ? ['acceptedE4'] : []),
        ...(isBlank(line.actual) ? ['actual'] : []),
        ...(line.conforms === undefined ? ['conforms'] : []),
      ];
      return missing.map((part) => ({
        field: `lines.${index}.${part}`,
        evidence: { lineNo: line.lineNo ?? index + 1, missing: part },
      }));
    }),
});

export const acceptedOverDelivered = acceptanceRule({
  id: 'acceptance.accepted-over-delivered',
  clause: ACCEPTING,
  requirement: 'R078',
  severity: 'block',
  check: ({ lines = [] }) =>
    lines.flatMap((line, index) => {
      const delivered = quantityOf(line.deliveredE4);
      const accepted = quantityOf(line.acceptedE4);
      if (delivered === undefined || accepted === undefined || accepted <= delivered) return [];
      return [
        {
          field: `lines.${index}.acceptedE4`,
          evidence: { lineNo: line.lineNo ?? index + 1, deliveredE4: delivered, acceptedE4: accepted },
        },
      ];
    }),
});

/** R078: together with earlier acceptances, no more than the contract agreed. */
export const acceptedOverAgreed = acceptanceRule({
  id: 'acceptance.accepted-over-agreed',
  clause: ACCEPTING,
  requirement: 'R078',
  severity: 'block',
  check({ lines = [] }, context) {
    return lines.flatMap(({ lineNo, acceptedE4 }, index) => {
      const agreed = context.contract?.lines.find((line) => line.lineNo === lineNo);
      const accepted = quantityOf(acceptedE4);
      if (agreed === undefined || accepted === undefined) return [];
      const earlierE4 = acceptedElsewhere(context, agreed.lineNo);
      const excessE4 = earlierE4 + accepted - agreed.quantityE4;
      if (excessE4 <= 0) return [];
      const evidence = { lineNo: agreed.lineNo, agreedE4: agreed.quantityE4, earlierE4, acceptedE4: accepted, excessE4 };
      return [{ field: `lines.${index}.acceptedE4`, evidence }];
    });
  },
});
