import { defineMessages } from '../../platform/i18n/message.js';

/** Seats on buses that bureaus plan. */
export const transportTexts = defineMessages({
  seatAsked: {
    'zh-CN': '{bureau} 为您安排了 {day} 的点对点班车：{at} 在“{stop}”上车。请确认是否乘坐。',
    en: '{bureau} has a seat for you on a bus on {day}: it leaves “{stop}” at {at}. Say whether you take it.',
  },
  seatCancelled: {
    'zh-CN': '{bureau} 取消了 {day} 的点对点班车（原定 {at} 在“{stop}”上车），请另行安排出行。',
    en: '{bureau} has called off the bus of {day} (from “{stop}” at {at}). Travel by other means.',
  },
});

export const transportSubjects = defineMessages({
  seatAsked: { 'zh-CN': '有班车座位待您确认', en: 'A seat on a bus for you' },
  seatCancelled: { 'zh-CN': '班车已取消', en: 'A bus is called off' },
});
