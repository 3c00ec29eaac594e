import { defineIndicator } from '../indicator.js';

export const timeToFill = defineIndicator({
  code: 'TIME_TO_FILL',
  name: { 'zh-CN': '满足时长（中位数）', en: 'Time to fill (median)' },
  definition: {
    'zh-CN': '期内达成的派驻：从需求发布到达成的日历天数的中位数，超过 366 天按 366 天计。未满足的岗位不计入。',
    en: 'Calendar days from the publication of the need to the agreement, of placements agreed in the period: the median. Days beyond 366 count as 366; seats that stay empty are not in it.',
  },
  unit: 'days',
  better: 'less',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['labour_need', 'placement'],
  follows: { 'zh-CN': '美国人力资源管理协会（SHRM）time to fill', en: 'Time to fill by SHRM' },
  formula: { kind: 'quantile', of: 'days_to_fill', share: 0.5, width: 1 },
});
