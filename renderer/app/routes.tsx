// Which areas of work there are, for whom, and where each lives. Every area is loaded when first opened.

import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { OfficeKind } from '#shared/domain/office';

export interface Area {
  /** Path below the hash; sub-paths belong to the area itself. */
  readonly path: string;
  readonly title: string;
  readonly offices: readonly OfficeKind[];
  readonly Screen: LazyExoticComponent<ComponentType>;
  /** Reached from a button of another area, so the sidebar does not list it. */
  readonly unlisted?: true;
}

const all: readonly OfficeKind[] = ['unit', 'county', 'league', 'region'];
const preparers: readonly OfficeKind[] = ['unit', 'county'];
const finance: readonly OfficeKind[] = ['county', 'league', 'region'];

export const AREAS: readonly Area[] = [
  { path: '/home', title: '首页', offices: all, Screen: lazy(() => import('../features/home/home-page')) },
  { path: '/catalogue', title: '指导性目录', offices: all, Screen: lazy(() => import('../features/catalogue/catalogue-page')) },
  { path: '/clauses', title: '政策依据', offices: all, Screen: lazy(() => import('../features/clauses/clauses-page')) },
  { path: '/plan', title: '年度计划', offices: preparers, Screen: lazy(() => import('../features/plan/plan-area')) },
  { path: '/review', title: '计划审定', offices: finance, Screen: lazy(() => import('../features/review/review-area')) },
  { path: '/contracts', title: '合同', offices: all, Screen: lazy(() => import('../features/contract/contract-area')) },
  { path: '/acceptances', title: '验收', offices: all, Screen: lazy(() => import('../features/acceptance/acceptance-area')) },
  { path: '/summary', title: '汇总', offices: finance, Screen: lazy(() => import('../features/summary/summary-page')) },
  { path: '/exchange', title: '报送与接收', offices: all, Screen: lazy(() => import('../features/exchange/exchange-area')) },
  { path: '/print', title: '打印', offices: all, Screen: lazy(() => import('../features/print/print-area')), unlisted: true },
  { path: '/bin', title: '回收站', offices: all, Screen: lazy(() => import('../features/bin/bin-page')) },
  { path: '/station', title: '本单位', offices: all, Screen: lazy(() => import('../features/station/station-page')) },
  { path: '/help', title: '操作指南', offices: all, Screen: lazy(() => import('../features/help/help-area')) },
];

export function areasOf(office: OfficeKind): readonly Area[] {
  return AREAS.filter((area) => area.offices.includes(office));
}
