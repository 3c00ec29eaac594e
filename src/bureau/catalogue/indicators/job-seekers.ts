import { defineIndicator } from '../indicator.js';

export const jobSeekers = defineIndicator({
  code: 'JOB_SEEKERS',
  name: { 'zh-CN': '求职人数', en: 'Job-seekers' },
  definition: {
    'zh-CN': '期内登记求职的无雇主劳动者人次，按其等级最高的工种统计。日期：登记日。',
    en: 'Registrations of people without an employer who look for work, under the occupation of their highest level. Day: of registration.',
  },
  unit: 'heads',
  better: 'neither',
  dimensions: ['occupation'],
  sources: ['availability', 'worker_skill'],
  formula: { kind: 'sum', of: 'seekers' },
});
