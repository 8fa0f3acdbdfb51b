// Days off and make-up workdays of each year, as the State Council's notices fix them. Data only; counting is working-days.ts.

import type { BusinessDate } from '../base/date';
import type { Verification } from './higher-rules';

export interface DaysOff {
  readonly name: string;
  /** First and last day off, both included. */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export interface HolidayTable {
  readonly year: number;
  /** Number of the notice. */
  readonly document: string;
  readonly issuedOn: BusinessDate;
  /** How far the notice's text could be checked: these were compared with reprints, not with the notice itself. */
  readonly verified: Verification;
  readonly daysOff: readonly DaysOff[];
  /** Days of a weekend on which offices work. */
  readonly makeUpDays: readonly BusinessDate[];
}

/** A year that is missing here has not been announced or entered; its weekends alone are known. */
export const HOLIDAY_TABLES: readonly HolidayTable[] = [
  {
    year: 2025,
    document: '国办发明电〔2024〕12号',
    issuedOn: '2024-11-12',
    verified: 'secondary',
    daysOff: [
      { name: '元旦', from: '2025-01-01', to: '2025-01-01' },
      { name: '春节', from: '2025-01-28', to: '2025-02-04' },
      { name: '清明节', from: '2025-04-04', to: '2025-04-06' },
      { name: '劳动节', from: '2025-05-01', to: '2025-05-05' },
      { name: '端午节', from: '2025-05-31', to: '2025-06-02' },
      { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
    ],
    makeUpDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    document: '国办发明电〔2025〕7号',
    issuedOn: '2025-11-04',
    verified: 'secondary',
    daysOff: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
      { name: '春节', from: '2026-02-15', to: '2026-02-23' },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    ],
    makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];
