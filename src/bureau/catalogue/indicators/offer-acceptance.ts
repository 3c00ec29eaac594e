import { defineIndicator } from '../indicator.js';

export const offerAcceptance = defineIndicator({
  code: 'OFFER_ACCEPTANCE',
  name: { 'zh-CN': '录用接受率', en: 'Offer acceptance' },
  definition: {
    'zh-CN': '期内有结果的录用邀请中被接受的 ÷ 全部有结果的（接受、拒绝、过期；不含撤回）。日期：有结果之日。',
    en: 'Offers accepted ÷ offers decided in the period (accepted, declined or expired; withdrawn ones do not count). Day: of the decision.',
  },
  unit: 'share',
  better: 'more',
  dimensions: ['industry', 'occupation', 'size'],
  sources: ['offer'],
  formula: { kind: 'ratio', of: 'offers_accepted', per: 'offers_decided' },
});
