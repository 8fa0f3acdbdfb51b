// What the rules on a purchasing office say, and what to do.

import type { BuyerEvidence } from '#shared/domain/rules/buyer/evidence';
import { label, PRIVATE_CODES, type SentencesFor, USCC_PROBLEMS } from './wording';

const PARTS = {
  civilServiceManaged: '“参照公务员法管理”',
  administrativeFunction: '“具有行政管理职能”',
  establishment: '“纳入行政编制管理”',
  fundedByFinance: '“经费由财政负担”',
  needStatement: '购买服务的实际需要',
};

export const BUYER_SENTENCES: SentencesFor<keyof BuyerEvidence> = {
  'buyer.organ-class': () => '各级行政机关不属于事业单位，请把事业单位分类改为“无”，或改选购买主体类型。',
  'buyer.participating-institution': ({ missing }) =>
    `第二类购买主体须同时参照公务员法管理并具有行政管理职能，现缺${label(PARTS, missing)}；不具备的，不能作为购买主体。`,
  'buyer.mass-organisation': ({ missing }) =>
    `群团组织须纳入行政编制管理、经费由财政负担并写明实际需要，现缺${label(PARTS, missing)}；不具备的，不能作为购买主体。`,
  'buyer.public-institution-1': () => '2020年3月1日起，公益一类事业单位既不能购买、也不能承接政府购买服务，请由其主管部门作为购买主体。',
  'buyer.institutional-posts': () =>
    '2020年3月1日起，使用事业编制且由财政拨款保障的群团组织不能作为购买主体，请由有资格的机关购买。',
  'buyer.mongolian-private-codes': () => PRIVATE_CODES,
  'buyer.uscc': ({ problem }) => `统一社会信用代码${label(USCC_PROBLEMS, problem)}，请对照证书核对；证书本身如此的，可以保留。`,
};
