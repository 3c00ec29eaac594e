import { defineIndicator } from '../indicator.js';

export const wageAccepted = defineIndicator({
  code: 'WAGE_ACCEPTED',
  name: { 'zh-CN': '成交工资中位数', en: 'Wage accepted (median)' },
  definition: {
    'zh-CN': '期内达成的派驻的小时工资中位数，以 0.5 元为档，折算同“招聘工资中位数”。日期：达成日。',
    en: 'Hourly wage of placements agreed in the period: the median, in steps of half a yuan, reckoned as the wage offered. Day: of the agreement.',
  },
  unit: 'fen_per_hour',
  better: 'neither',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['placement', 'offer'],
  formula: { kind: 'quantile', of: 'wage_accepted', share: 0.5, width: 50 },
});
