import { defineMessages } from '../../platform/i18n/message.js';

export const pauseMessages = defineMessages({
  notRunning: {
    'zh-CN': '派驻已结束，不能暂停。',
    en: 'The placement is over, so it cannot be paused.',
  },
  outside: {
    'zh-CN': '暂停期间须在今天（{today}）至派驻结束日（{endsOn}）之内。',
    en: 'A pause lies between today ({today}) and the end of the placement ({endsOn}).',
  },
  overlaps: { 'zh-CN': '该期间已有暂停。', en: 'The placement is already paused on some of these days.' },
  notPaused: { 'zh-CN': '该派驻今天没有暂停。', en: 'The placement is not paused today.' },
});
