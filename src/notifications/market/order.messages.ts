import { defineMessages } from '../../platform/i18n/message.js';

/** Orders that are not yet secured. `{lacks}` names what is missing in the reader's language; no text names a customer. */
export const orderTexts = defineMessages({
  orderProposed: {
    'zh-CN': '统筹方案为订单 {reference}（{due} 交货）安排了所缺的人员、原料和工时，请尽快点击“保障此订单”落实。',
    en: 'A plan of the region foresees all that order {reference}, due {due}, lacks. Secure it while it is to be had.',
  },
  orderAtRisk: {
    'zh-CN': '订单 {reference}（{due} 交货）尚未得到保障，剩余天数：{daysLeft}，尚缺：{lacks}。',
    en: 'Order {reference}, due {due}, is not secured. Days left: {daysLeft}. It lacks: {lacks}.',
  },
  orderAtRiskInRegion: {
    'zh-CN': '{enterprise} 的订单（{product}，{due} 交货）尚未得到保障，剩余天数：{daysLeft}，尚缺：{lacks}。',
    en: 'An order of {enterprise} ({product}, due {due}) is not secured. Days left: {daysLeft}. It lacks: {lacks}.',
  },
});

export const orderSubjects = defineMessages({
  orderProposed: { 'zh-CN': '有订单可以得到保障', en: 'An order can be secured' },
  orderAtRisk: { 'zh-CN': '有订单可能无法按期交货', en: 'An order may not be delivered in time' },
  orderAtRiskInRegion: {
    'zh-CN': '辖区内有订单可能无法按期交货',
    en: 'An order of your region may not be delivered in time',
  },
});
