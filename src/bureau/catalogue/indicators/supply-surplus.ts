import { defineIndicator } from '../indicator.js';

export const supplySurplus = defineIndicator({
  code: 'SUPPLY_SURPLUS',
  name: { 'zh-CN': '富余员工人数', en: 'Surplus heads offered' },
  definition: {
    'zh-CN': '期内发布的富余员工名额之和，不含草稿，按出借企业的行业统计。日期：发布日。',
    en: 'Heads of the surplus that enterprises offered to lend in the period, without drafts, under the industry of the lender. Day: of publication.',
  },
  unit: 'heads',
  better: 'neither',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['surplus_listing', 'surplus_line'],
  formula: { kind: 'sum', of: 'surplus' },
});
