import { defineIndicator } from '../indicator.js';

export const payOnTime = defineIndicator({
  code: 'PAY_ON_TIME',
  name: { 'zh-CN': '工资按时足额发放率', en: 'Pay on time' },
  definition: {
    'zh-CN': '期内到期的结算中，到期日前足额发给员工的人次 ÷ 到期的人次。日期：应发日。',
    en: 'Workers paid in full by the due day ÷ workers due, of the settlements due in the period. Day: the due day.',
  },
  unit: 'share',
  better: 'more',
  dimensions: ['industry', 'size'],
  sources: ['settlement', 'settlement_line', 'worker_payment'],
  formula: { kind: 'ratio', of: 'pay_on_time', per: 'pay_due' },
});
