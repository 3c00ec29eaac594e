import { defineIndicator } from '../indicator.js';

export const survival = defineIndicator({
  code: 'SURVIVAL',
  name: { 'zh-CN': '三十日留任率', en: 'Thirty-day survival' },
  definition: {
    'zh-CN': '期内满三十日、且原定期限不少于三十日的派驻中，满三十日时仍在岗的 ÷ 全部。',
    en: 'Placements that still went on on their thirtieth day ÷ placements whose thirtieth day lies in the period and that were agreed for so long.',
  },
  unit: 'share',
  better: 'more',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['placement'],
  formula: { kind: 'ratio', of: 'thirty_days_lasted', per: 'thirty_days_due' },
});
