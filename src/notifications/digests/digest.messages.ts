import { defineMessages } from '../../platform/i18n/message.js';

export const digestMessages = defineMessages({
  subject: { 'zh-CN': '共济：您有 {count} 条通知', en: 'Gongji: {count} messages for you' },
  more: { 'zh-CN': '另有 {count} 条，请登录查看：', en: '{count} more are in the app:' },
});
