// Chinese names of the facts that make an office a purchasing body.

import type { Buyer } from '#shared/domain/buyer';

export const INSTITUTION_CLASS_LABELS: { readonly [Class in Buyer['institutionClass']]: string } = {
  none: '不是事业单位',
  administrative: '承担行政职能',
  'public-1': '公益一类',
  'public-2': '公益二类',
  business: '从事生产经营活动',
};

export const ESTABLISHMENT_LABELS: { readonly [Kind in Buyer['establishment']]: string } = {
  administrative: '行政编制',
  institutional: '事业编制',
};
