import { defineMessages } from '../../platform/i18n/message.js';

export const groupMessages = defineMessages({
  lent: { 'zh-CN': '由雇主派出', en: 'Lent by their employer' },
  own: { 'zh-CN': '个人求职', en: 'Looking on their own' },
  lodging: { 'zh-CN': '提供住宿即可异地', en: 'Would relocate where lodged' },
  home: { 'zh-CN': '只在住处附近', en: 'Near home only' },
});
