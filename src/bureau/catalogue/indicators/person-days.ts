import { defineIndicator } from '../indicator.js';

export const personDays = defineIndicator({
  code: 'PERSON_DAYS',
  name: { 'zh-CN': '共享出勤人日', en: 'Person-days worked' },
  definition: {
    'zh-CN': '期内有上下班记录的出勤天数之和。日期：出勤日。',
    en: 'Days of work with a check-in and a check-out in the period. Day: of the work.',
  },
  unit: 'days',
  better: 'more',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['attendance_day'],
  formula: { kind: 'sum', of: 'person_days' },
});
