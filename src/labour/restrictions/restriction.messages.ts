import { defineMessages } from '../../platform/i18n/message.js';

export const restrictionMessages = defineMessages({
  past: {
    'zh-CN': '截止日期不能早于今天（{today}）。',
    en: 'The last day must not be before today ({today}).',
  },
  barred: {
    'zh-CN': '该岗位含有法律禁止您从事的作业（未成年工、女职工特殊保护或您本人声明的限制）。原因不会告知企业。',
    en: 'This work includes what the law bars you from (protection of minors and of women, or what you stated yourself). The enterprise is not told why.',
  },
});
