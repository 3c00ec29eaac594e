import { defineMessages } from '../../platform/i18n/message.js';

export const webhookMessages = defineMessages({
  tooMany: { 'zh-CN': '每家企业最多 5 个推送地址。', en: 'An enterprise has at most 5 webhook endpoints.' },
  paused: { 'zh-CN': '推送地址已暂停，请先恢复。', en: 'The endpoint is paused; resume it first.' },
  noTopic: { 'zh-CN': '请至少选择一个主题。', en: 'Choose at least one topic.' },
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
