// The five steps of a newly installed office, from its own data to the first bundle it sends: for set-up and the home page.

import type { OfficeKind } from '#shared/domain/office';

/** What ticks a step off; the home page reads it from the records. */
export type PathFact = 'operators' | 'admitted' | 'catalogue' | 'planned' | 'received' | 'decided' | 'summary' | 'sent';

export interface PathStep {
  readonly fact: PathFact;
  /** One word, for the path as a whole. */
  readonly name: string;
  readonly what: string;
  readonly why: string;
  readonly time: string;
  readonly button: string;
  readonly to: string;
}

const OFFICE: PathStep = {
  fact: 'operators',
  name: '单位',
  what: '登记单位和至少两名经办人',
  why: '编制与审核、经办与验收不能是同一人。',
  time: '约 5 分钟',
  button: '增加经办人',
  to: '/station',
};

const RECEIVE: PathStep = {
  fact: 'received',
  name: '接收',
  what: '接收下级单位的数据包',
  why: '程序逐项核验签名和内容，全部通过才存入。',
  time: '约 5 分钟',
  button: '接收数据包',
  to: '/exchange/receive',
};

const SUMMARY: PathStep = {
  fact: 'summary',
  name: '汇总',
  what: '核对汇总数字和签名依据',
  why: '每个数字都出自填报单位自己签名的记录。',
  time: '约 10 分钟',
  button: '查看汇总',
  to: '/summary',
};

const PATHS: Readonly<Record<OfficeKind, readonly PathStep[]>> = {
  unit: [
    OFFICE,
    keys('与本级财政局互相准入'),
    {
      fact: 'catalogue',
      name: '目录',
      what: '查看指导性目录',
      why: '计划只能从目录中选择，不得购买的事项也列在那里。',
      time: '约 5 分钟',
      button: '查看目录',
      to: '/catalogue',
    },
    {
      fact: 'planned',
      name: '计划',
      what: '编制年度计划，由另一人审核定稿',
      why: '计划细化到具体项目，随部门预算报财政部门审定。',
      time: '每个项目约 15 分钟',
      button: '编制计划',
      to: '/plan',
    },
    send('导出数据包，报送财政局', '定稿的计划用优盘送到财政局，才能审定。'),
  ],
  county: [
    OFFICE,
    keys('与各购买主体、盟市财政局互相准入'),
    RECEIVE,
    {
      fact: 'decided',
      name: '审定',
      what: '审定计划',
      why: '同意或核减以后，购买主体才能签订合同。',
      time: '每个项目约 5 分钟',
      button: '审定计划',
      to: '/review',
    },
    send('导出批复和回执，送回购买主体，并报盟市', '购买主体接收批复后才能签订合同，看到回执才知道已签收。'),
  ],
  league: [OFFICE, keys('与各旗县财政局、自治区财政厅互相准入'), RECEIVE, SUMMARY, send('导出数据包报自治区，回执送回旗县', '旗县看到回执，才知道已签收。')],
  region: [OFFICE, keys('与各盟市财政局互相准入'), RECEIVE, SUMMARY, send('导出回执送回盟市', '盟市看到回执，才知道已签收。')],
};

export function firstPath(office: OfficeKind): readonly PathStep[] {
  return PATHS[office];
}

function keys(what: string): PathStep {
  return {
    fact: 'admitted',
    name: '密钥',
    what,
    why: '电话或当面核对过密钥指纹，数据包才会互相接收。',
    time: '每个单位约 10 分钟',
    button: '互相准入',
    to: '/exchange/directory',
  };
}

function send(what: string, why: string): PathStep {
  return { fact: 'sent', name: '报送', what, why, time: '约 5 分钟', button: '导出数据包', to: '/exchange/send' };
}
