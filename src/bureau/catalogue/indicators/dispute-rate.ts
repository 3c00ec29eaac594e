import { defineIndicator } from '../indicator.js';

export const disputeRate = defineIndicator({
  code: 'DISPUTE_RATE',
  name: { 'zh-CN': '投诉发生率', en: 'Complaints' },
  definition: {
    'zh-CN': '期内提出的投诉 ÷ 期内出勤人日 × 1,000。',
    en: 'Complaints made in the period ÷ person-days worked in it × 1,000.',
  },
  unit: 'per_thousand',
  better: 'less',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['complaint', 'attendance_day'],
  formula: { kind: 'ratio', of: 'disputes', per: 'person_days', times: 1000 },
});
