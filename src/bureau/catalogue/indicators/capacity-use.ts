import { defineIndicator } from '../indicator.js';

export const capacityUse = defineIndicator({
  code: 'CAPACITY_USE',
  name: { 'zh-CN': '共享产能利用率', en: 'Use of shared machine hours' },
  definition: {
    'zh-CN': '期内开放的机时中已被预订的分钟 ÷ 开放的分钟。日期：机时所在日。',
    en: 'Minutes booked ÷ minutes offered, of machine time in the period. Day: of the machine time.',
  },
  unit: 'share',
  better: 'more',
  dimensions: ['industry', 'size'],
  sources: ['capacity_day'],
  formula: { kind: 'ratio', of: 'machine_minutes_booked', per: 'machine_minutes' },
});
