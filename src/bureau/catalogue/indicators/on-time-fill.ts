import { defineIndicator } from '../indicator.js';

export const onTimeFill = defineIndicator({
  code: 'ON_TIME_FILL',
  name: { 'zh-CN': '按时到岗率', en: 'On-time fill' },
  definition: {
    'zh-CN': '期内开始的需求中在开始日当天或之前到岗的人数 ÷ 需求人数。',
    en: 'Heads on site on the first day of the need or before ÷ heads wanted, of the needs that begin in the period.',
  },
  unit: 'share',
  better: 'more',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['labour_need', 'placement'],
  formula: { kind: 'ratio', of: 'seats_on_time', per: 'seats' },
});
