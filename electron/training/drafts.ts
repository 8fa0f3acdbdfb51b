// An unfinished plan item as its form holds it, whole or lacking what a person would still have to find out.

import { formatYuan } from '#shared/base/money';
import type { Draft } from '#shared/domain/draft';
import type { PlanItem } from '#shared/domain/plan-item';

export function draftFor(item: PlanItem, isOpen: boolean): Draft {
  const { preparedBy: _prepared, reviewedBy: _reviewed, submittedOn: _submitted, confidential: _confidential, ...rest } = item;
  const { quantityE4, unitPriceFen, amountFen: _product, smeReservedFen, funds, recipients, need, priority, ...texts } = rest;
  return {
    kind: 'planItems',
    year: item.year,
    basedOnRev: 0,
    form: {
      ...texts,
      mongolianName: '',
      notConfidential: true,
      otherService: { name: '', reason: '', consentDocument: '' },
      procurementCode: '',
      quantity: String(quantityE4 / 10_000),
      unitPrice: isOpen ? '' : plainYuan(unitPriceFen),
      costBasis: isOpen ? '' : item.costBasis,
      recipients: { ...recipients, count: String(recipients.count) },
      funds: funds.map(({ source, year, amountFen, ...slice }) => ({ ...slice, source: String(source), year: String(year), amount: plainYuan(amountFen) })),
      priority: { livelihood: String(priority.livelihood), ease: String(priority.ease), key: String(priority.key) },
      need: { ...need, surveyedCount: String(need.surveyedCount), surveyedOn: need.surveyedOn ?? '' },
      goals: isOpen ? [] : item.goals,
      smeReserved: plainYuan(smeReservedFen),
    },
  };
}

function plainYuan(fen: number): string {
  return formatYuan(fen).replaceAll(/[¥￥,]/g, '');
}
