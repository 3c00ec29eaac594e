import { defineIndicator } from '../indicator.js';

export const earlyReturn = defineIndicator({
  code: 'EARLY_RETURN',
  name: { 'zh-CN': '提前退回率', en: 'Early returns' },
  definition: {
    'zh-CN': '期内结束的派驻中提前结束的 ÷ 全部结束的（按期完成或提前结束）。日期：结束日。',
    en: 'Placements ended before their time ÷ placements ended in the period, whether as agreed or before. Day: of the end.',
  },
  unit: 'share',
  better: 'less',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['placement'],
  formula: { kind: 'ratio', of: 'ended_early', per: 'placements_ended' },
});
