import { defineIndicator } from '../indicator.js';

export const materialUse = defineIndicator({
  code: 'MATERIAL_USE',
  name: { 'zh-CN': '共享物料利用率', en: 'Use of shared materials' },
  definition: {
    'zh-CN': '期内发布的物料批次中，已有企业预留或取用的 ÷ 全部批次。日期：发布日。',
    en: 'Lots of which something is reserved or taken ÷ lots published in the period. Day: of publication.',
  },
  unit: 'share',
  better: 'more',
  dimensions: ['industry', 'size'],
  sources: ['material_lot', 'material_transfer'],
  formula: { kind: 'ratio', of: 'lots_taken', per: 'lots' },
});
