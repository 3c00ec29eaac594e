import { defineMessages } from '../../platform/i18n/message.js';

export const employmentMessages = defineMessages({
  noContract: {
    'zh-CN': '原单位尚未填报该员工在共享期间有效的劳动合同。',
    en: 'The lender has stated no labour contract with the worker that holds from the first day of the loan.',
  },
  contractEnds: {
    'zh-CN': '共享期限不得超过劳动合同期限（合同于 {endsOn} 到期）。',
    en: 'The loan must not outlast the labour contract, which ends on {endsOn}.',
  },
  dispatched: {
    'zh-CN': '劳务派遣人员不得再共享给其他单位。',
    en: 'A worker who is dispatched to the lender cannot be lent on.',
  },
  alreadyRecorded: {
    'zh-CN': '该员工已有在履行的劳动合同记录。',
    en: 'A labour contract of this worker is recorded already.',
  },
});
