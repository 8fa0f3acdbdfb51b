// The day on which 政府购买服务管理办法 (财政部令第102号) took over from parts of 80号文.

import type { BusinessDate } from '../../base/date';

export const ORDER_102_FROM: BusinessDate = '2020-03-01';
