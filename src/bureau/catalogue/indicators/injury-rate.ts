import { defineIndicator } from '../indicator.js';

export const injuryRate = defineIndicator({
  code: 'INJURY_RATE',
  name: { 'zh-CN': '工伤发生率', en: 'Injuries' },
  definition: {
    'zh-CN': '期内发生的工伤 ÷ 期内出勤人日 × 1,000。',
    en: 'Injuries that happened in the period ÷ person-days worked in it × 1,000.',
  },
  unit: 'per_thousand',
  better: 'less',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['injury', 'attendance_day'],
  formula: { kind: 'ratio', of: 'injuries', per: 'person_days', times: 1000 },
});
