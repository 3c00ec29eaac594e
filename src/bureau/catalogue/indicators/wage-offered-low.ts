import { defineIndicator } from '../indicator.js';

export const wageOfferedLow = defineIndicator({
  code: 'WAGE_OFFERED_LOW',
  name: { 'zh-CN': '招聘工资下四分位数', en: 'Wage offered (lower quartile)' },
  definition: {
    'zh-CN': '同“招聘工资中位数”，取第 25 百分位数。',
    en: 'As the median wage offered, the 25th percentile.',
  },
  unit: 'fen_per_hour',
  better: 'neither',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['labour_need'],
  formula: { kind: 'quantile', of: 'wage_offered', share: 0.25, width: 50 },
});
