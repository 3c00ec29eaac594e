import { defineMessages } from '../../platform/i18n/message.js';

export const extensionMessages = defineMessages({
  notRunning: { 'zh-CN': '派驻已结束，不能延期。', en: 'The placement is over, so it cannot be extended.' },
  notLater: {
    'zh-CN': '新的结束日期须晚于目前的 {endsOn}。',
    en: 'The new end must be later than the present one, {endsOn}.',
  },
  tooFar: { 'zh-CN': '一次最多延长 {days} 天。', en: 'One extension adds at most {days} days.' },
  amendFirst: {
    'zh-CN': '合作协议只到 {endsOn}，请先变更协议。',
    en: 'The agreement ends on {endsOn}; amend it first.',
  },
  noAgreement: {
    'zh-CN': '没有生效的合作协议，不能延长借用。',
    en: 'There is no agreement in force, so the loan cannot be extended.',
  },
  contractEnds: {
    'zh-CN': '员工与原单位的劳动合同于 {endsOn} 到期，借用不得超过该日。',
    en: 'The worker’s contract with the lender ends on {endsOn}; a loan cannot go beyond it.',
  },
  alreadyOpen: {
    'zh-CN': '该派驻已有待答复的延期。',
    en: 'An extension of this placement is already waiting for answers.',
  },
  alreadyAnswered: { 'zh-CN': '您已同意该延期。', en: 'You have already agreed to this extension.' },
  tooLate: { 'zh-CN': '该延期已过期。', en: 'This extension has expired.' },
});
