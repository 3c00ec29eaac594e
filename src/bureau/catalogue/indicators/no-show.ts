import { defineIndicator } from '../indicator.js';

export const noShow = defineIndicator({
  code: 'NO_SHOW',
  name: { 'zh-CN': '未到岗率', en: 'No-shows' },
  definition: {
    'zh-CN': '期内应开始的派驻中未到岗的 ÷ 应开始的，不含已取消的。日期：派驻的开始日。',
    en: 'Placements whose worker did not come ÷ placements that were to begin in the period, without those called off. Day: the first day of the placement.',
  },
  unit: 'share',
  better: 'less',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['placement'],
  formula: { kind: 'ratio', of: 'no_shows', per: 'placements_due' },
});
