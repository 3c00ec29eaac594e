import { defineMessages } from '../../platform/i18n/message.js';

export const employmentEndMessages = defineMessages({
  badDate: {
    'zh-CN': '结束日期须在过去一年内，且不晚于今天（{today}）。',
    en: 'The day lies within the last year and not after today ({today}).',
  },
});
