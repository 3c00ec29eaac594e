import { defineMessages } from '../../platform/i18n/message.js';
import type { EmptySeatReason } from './empty-seat.rules.js';

export const reasonMessages = defineMessages<EmptySeatReason>({
  WAGE: { 'zh-CN': '工资低于期望', en: 'They ask for a higher wage' },
  WAGE_UNIT: { 'zh-CN': '期望的计薪方式或币种不同', en: 'They ask for pay by another unit or currency' },
  DISTANCE: { 'zh-CN': '距离超出通勤范围', en: 'The site is too far from their home' },
  LEVEL: { 'zh-CN': '技能等级不足', en: 'Their skill level is too low' },
  CERTIFICATE: { 'zh-CN': '缺少有效证书', en: 'They lack a valid certificate' },
  PERIOD: { 'zh-CN': '可用时间不足', en: 'They are not there for enough of the period' },
  TAKEN: { 'zh-CN': '已被其他需求占用', en: 'Another need has them' },
  PROPOSED: { 'zh-CN': '已推荐，等待发出邀约', en: 'They are proposed and wait for an offer' },
});
