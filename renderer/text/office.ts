// Chinese names of offices, record kinds and the like, as screens show them.

import type { OfficeKind } from '#shared/domain/office';

export const OFFICE_LABELS: Readonly<Record<OfficeKind, string>> = {
  unit: '购买主体',
  county: '旗县财政局',
  league: '盟市财政局',
  region: '自治区财政厅',
};

export const OFFICE_EXPLANATIONS: Readonly<Record<OfficeKind, string>> = {
  unit: '编制本单位年度购买计划，签订合同、组织验收，向本级财政报送。',
  county: '接收本旗县各单位的计划并审定，向盟市财政报送。',
  league: '接收所辖旗县的数据包，核验各单位签名并汇总。',
  region: '接收各盟市的数据包，发布全区指导性目录。',
};
