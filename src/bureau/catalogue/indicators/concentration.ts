import { defineIndicator } from '../indicator.js';

export const concentration = defineIndicator({
  code: 'CONCENTRATION',
  name: { 'zh-CN': '用工需求集中度（前四家）', en: 'Concentration of demand (four largest)' },
  definition: {
    'zh-CN':
      '期内开始的用工需求中，人数最多的四家企业的需求人数 ÷ 全部需求人数（CR4），不含草稿和已撤销的。企业按散列值区分（32768 个），极少数企业可能合并计算。日期：需求的开始日。',
    en: 'Of the needs that begin in the period, heads wanted by the four enterprises that want most ÷ heads wanted by all (CR4), without drafts and withdrawn ones. Enterprises are told apart by one of 32,768 hashes, so very few may count as one. Day: the first day of the need.',
  },
  unit: 'share',
  better: 'neither',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['labour_need'],
  follows: { 'zh-CN': '产业经济学的集中率 CR4', en: 'Concentration ratio CR4 of industrial economics' },
  formula: { kind: 'largest', of: 'seats_of_host', count: 4 },
});
