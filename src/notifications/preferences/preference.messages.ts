import { defineMessages } from '../../platform/i18n/message.js';

export const preferenceMessages = defineMessages({
  time: { 'zh-CN': '不是有效时间（HH:MM）', en: 'is not a time of day (HH:MM)' },
  quietHalf: { 'zh-CN': '免打扰时段须同时有开始和结束', en: 'Quiet hours need both a beginning and an end.' },
  quietEmpty: { 'zh-CN': '免打扰的开始和结束不能相同', en: 'Quiet hours cannot begin when they end.' },
});
