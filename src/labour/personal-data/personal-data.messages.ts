import { defineMessages } from '../../platform/i18n/message.js';

export const personalDataMessages = defineMessages({
  placed: {
    'zh-CN': '您还有未结束的工作，结束后才能注销。',
    en: 'You have work that has not ended; you can erase the account once it has.',
  },
  offered: {
    'zh-CN': '您还有未了结的录用邀请，请先答复或谢绝。',
    en: 'You have an offer that is still open; answer it or decline it first.',
  },
  unpaid: {
    'zh-CN': '您还有未结清的工资或未处理的工资异议，结清后才能注销。',
    en: 'Pay of yours is still open, or an objection to it; you can erase the account once it is settled.',
  },
  injured: {
    'zh-CN': '您的工伤还在处理，办结后才能注销。',
    en: 'An injury of yours is still dealt with; you can erase the account once it is closed.',
  },
});
