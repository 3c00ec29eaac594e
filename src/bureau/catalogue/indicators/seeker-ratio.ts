import { defineIndicator } from '../indicator.js';

export const seekerRatio = defineIndicator({
  code: 'SEEKER_RATIO',
  name: { 'zh-CN': '求人倍率', en: 'Openings per job-seeker' },
  definition: {
    'zh-CN': '期内发布的需求人数 ÷ 期内登记的求职人数。大于 1 表示求过于供。',
    en: 'Heads of the needs published in the period ÷ job-seekers registered in the period. Above 1: more openings than seekers.',
  },
  unit: 'ratio',
  better: 'neither',
  dimensions: ['occupation'],
  sources: ['labour_need', 'availability'],
  follows: {
    'zh-CN': '人社部门《公共就业服务机构市场供求状况分析》求人倍率',
    en: 'Job-openings-to-seekers ratio of China’s public employment services',
  },
  formula: { kind: 'ratio', of: 'wanted', per: 'seekers' },
});
