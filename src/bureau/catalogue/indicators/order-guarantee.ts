import { defineIndicator } from '../indicator.js';

export const orderGuarantee = defineIndicator({
  code: 'ORDER_GUARANTEE',
  name: { 'zh-CN': '订单保障率', en: 'Order guarantee rate' },
  definition: {
    'zh-CN':
      '期内应交的订单中，按期足额交付的或目前各项资源都有保障的 ÷ 应交的订单，不含已取消的（K19）。日期：交货日。',
    en: 'Orders delivered in full by their day, or open with nothing missing ÷ orders due in the period, without those called off (K19). Day: the due day.',
  },
  unit: 'share',
  better: 'more',
  dimensions: ['industry', 'size'],
  sources: ['production_order', 'order_requirement', 'order_allocation'],
  formula: { kind: 'ratio', of: 'orders_guaranteed', per: 'orders_due' },
});
