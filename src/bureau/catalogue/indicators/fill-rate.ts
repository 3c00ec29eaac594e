import { defineIndicator } from '../indicator.js';

export const fillRate = defineIndicator({
  code: 'FILL_RATE',
  name: { 'zh-CN': '用工满足率', en: 'Fill rate' },
  definition: {
    'zh-CN': '期内开始的需求中已到岗人数 ÷ 需求人数。到岗：派驻已开始（不是仅接受录用）。日期：需求的开始日。',
    en: 'Heads on site ÷ heads wanted, of the needs that begin in the period. On site: the placement has begun; an accepted offer does not count. Day: the first day of the need.',
  },
  unit: 'share',
  better: 'more',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['labour_need', 'placement'],
  follows: { 'zh-CN': '美国人力资源协会（SIA）fill rate', en: 'Fill rate as the staffing industry reports it' },
  formula: { kind: 'ratio', of: 'seats_on_site', per: 'seats' },
});
