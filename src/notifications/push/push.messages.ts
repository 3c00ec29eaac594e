import { defineMessages } from '../../platform/i18n/message.js';

export const pushMessages = defineMessages({
  notOffered: { 'zh-CN': '这里未开通推送通知。', en: 'Push messages are not offered here.' },
  endpoint: { 'zh-CN': '不是推送服务的地址', en: 'is not the address of a push service' },
  key: { 'zh-CN': '不是有效的密钥', en: 'is not a key' },
});
