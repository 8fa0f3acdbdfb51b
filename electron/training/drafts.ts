// An unfinished plan item as its form writes it, whole or lacking what a person would still have to find out.

import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
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
      quantity: formatQuantity(quantityE4),
      unitPrice: isOpen ? '' : formatYuan(unitPriceFen),
      costBasis: isOpen ? '' : item.costBasis,
      recipients: { ...recipients, count: String(recipients.count) },
      funds: funds.map(({ source, year, amountFen, ...slice }) => ({ ...slice, source: String(source), year: String(year), amount: formatYuan(amountFen) })),
      priority: { livelihood: String(priority.livelihood), ease: String(priority.ease), key: String(priority.key) },
      need: { ...need, surveyedCount: String(need.surveyedCount), surveyedOn: need.surveyedOn ?? '' },
      goals: isOpen ? [] : item.goals,
      smeReserved: smeReservedFen === 0 ? '' : formatYuan(smeReservedFen),
    },
  };
}
