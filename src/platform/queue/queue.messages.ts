import { defineMessages } from '../i18n/message.js';

export const queueMessages = defineMessages({
  notFailed: {
    'zh-CN': '该任务不在失败状态，无需重试。',
    en: 'This job has not failed, or was taken up again already.',
  },
});
