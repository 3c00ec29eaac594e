import { defineIndicator } from '../indicator.js';

export const acceptedRate = defineIndicator({
  code: 'ACCEPTED_RATE',
  name: { 'zh-CN': '录用接受满足率', en: 'Fill rate by acceptance' },
  definition: {
    'zh-CN': '期内开始的需求中已接受录用的人数 ÷ 需求人数。日期：需求的开始日。',
    en: 'Heads whose offer is accepted ÷ heads wanted, of the needs that begin in the period. Day: the first day of the need.',
  },
  unit: 'share',
  better: 'more',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['labour_need'],
  formula: { kind: 'ratio', of: 'seats_accepted', per: 'seats' },
});
