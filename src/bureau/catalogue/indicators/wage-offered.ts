import { defineIndicator } from '../indicator.js';

export const wageOffered = defineIndicator({
  code: 'WAGE_OFFERED',
  name: { 'zh-CN': '招聘工资中位数', en: 'Wage offered (median)' },
  definition: {
    'zh-CN':
      '期内发布的需求按人数加权的小时工资中位数，以 0.5 元为档。日薪按 8 小时、月薪按 174 小时折算；周、年、计件和外币工资不计入。',
    en: 'Hourly wage of the needs published in the period, weighted by heads: the median, in steps of half a yuan. A day is 8 hours, a month 174; wages by week, year or piece and in other currencies are not in it.',
  },
  unit: 'fen_per_hour',
  better: 'neither',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['labour_need'],
  formula: { kind: 'quantile', of: 'wage_offered', share: 0.5, width: 50 },
});
