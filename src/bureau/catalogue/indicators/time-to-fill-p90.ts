import { defineIndicator } from '../indicator.js';

export const timeToFillP90 = defineIndicator({
  code: 'TIME_TO_FILL_P90',
  name: { 'zh-CN': '满足时长（九成以内）', en: 'Time to fill (90th percentile)' },
  definition: {
    'zh-CN': '同“满足时长（中位数）”，取第 90 百分位数。',
    en: 'As time to fill, the 90th percentile.',
  },
  unit: 'days',
  better: 'less',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['labour_need', 'placement'],
  formula: { kind: 'quantile', of: 'days_to_fill', share: 0.9, width: 1 },
});
