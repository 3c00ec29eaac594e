import { defineIndicator } from '../indicator.js';

export const demand = defineIndicator({
  code: 'DEMAND',
  name: { 'zh-CN': '用工需求人数', en: 'Heads wanted' },
  definition: {
    'zh-CN': '期内开始的用工需求的人数之和，不含草稿和已撤销的。日期：需求的开始日。',
    en: 'Heads of the needs that begin in the period, without drafts and withdrawn ones. Day: the first day of the need.',
  },
  unit: 'heads',
  better: 'neither',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['labour_need'],
  formula: { kind: 'sum', of: 'seats' },
});
