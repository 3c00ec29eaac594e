import { defineIndicator } from '../indicator.js';

export const consentRate = defineIndicator({
  code: 'CONSENT_RATE',
  name: { 'zh-CN': '出借同意率', en: 'Consents' },
  definition: {
    'zh-CN': '期内答复的出借征询中同意的 ÷ 全部答复的。日期：答复日。',
    en: 'Workers who agreed to be lent ÷ workers who answered in the period. Day: of the answer.',
  },
  unit: 'share',
  better: 'more',
  dimensions: ['industry', 'size'],
  sources: ['consent'],
  formula: { kind: 'ratio', of: 'consents_granted', per: 'consents_decided' },
});
