import { defineMessages } from '../../platform/i18n/message.js';
import type { BookingState } from '../bookings/booking.states.js';
import type { Message } from '../../platform/i18n/message.js';

export const feedMessages = defineMessages({
  name: { 'zh-CN': '共济产能：{enterprise}', en: 'Gongji capacity: {enterprise}' },
  asOwner: { 'zh-CN': '{line}：{party} 预订 {minutes} 分钟', en: '{line}: {minutes} min for {party}' },
  asCustomer: { 'zh-CN': '{party} 的 {line}：我方预订 {minutes} 分钟', en: '{minutes} min of {line} at {party}' },
  details: { 'zh-CN': '{process}\n状态：{state}', en: '{process}\nState: {state}' },
});

export const stateMessages: Readonly<Record<BookingState, Message>> = defineMessages({
  held: { 'zh-CN': '待确认', en: 'held' },
  confirmed: { 'zh-CN': '已确认', en: 'confirmed' },
  fulfilled: { 'zh-CN': '已完成', en: 'fulfilled' },
  released: { 'zh-CN': '已释放', en: 'released' },
});
