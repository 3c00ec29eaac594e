import { defineMessages } from '../../platform/i18n/message.js';

export const webhookMessages = defineMessages({
  tooMany: { 'zh-CN': '每家企业最多 5 个推送地址。', en: 'An enterprise has at most 5 webhook endpoints.' },
  paused: { 'zh-CN': '推送地址已暂停，请先恢复。', en: 'The endpoint is paused; resume it first.' },
  noTopic: { 'zh-CN': '请至少选择一个主题。', en: 'Choose at least one topic.' },
  notAUrl: { 'zh-CN': '请填写完整网址，以 https:// 开头。', en: 'Give a whole address that begins with https://.' },
  plainUrl: {
    'zh-CN': '网址中不能有用户名、密码或 # 之后的部分。',
    en: 'The address must have no user name, no password and nothing after a #.',
  },
  httpsOnly: { 'zh-CN': '只接受 https 网址。', en: 'Only https is accepted.' },
  standardPort: { 'zh-CN': '只能使用标准端口 443。', en: 'Only the standard port 443 is accepted.' },
  notPublic: {
    'zh-CN': '该地址不在公共互联网上。',
    en: 'This address is not one of the public Internet.',
  },
  unknownHost: { 'zh-CN': '找不到该域名。', en: 'This host name cannot be found.' },
});

/** What owners are told of their own endpoints. */
export const webhookTexts = defineMessages({
  webhookPaused: {
    'zh-CN': '一个推送地址多次无法送达，已暂停，请检查后恢复。',
    en: 'A webhook endpoint could not be reached many times and was paused. Please mend it, then resume it.',
  },
  webhookGone: {
    'zh-CN': '一个推送地址回复已停用（410），已暂停。',
    en: 'A webhook endpoint answered that it is gone (410) and was paused.',
  },
});

export const webhookSubjects = defineMessages({
  webhookPaused: { 'zh-CN': '推送地址已暂停', en: 'A webhook endpoint was paused' },
  webhookGone: { 'zh-CN': '推送地址已停用', en: 'A webhook endpoint is gone' },
});
