import { defineMessages } from '../../platform/i18n/message.js';

/** What is owed, paid, late and disputed. */
export const moneyTexts = defineMessages({
  settlementIssued: {
    'zh-CN': '{lender} 开出 {startsOn} 至 {endsOn} 的结算单，请核对并确认。',
    en: '{lender} issued the settlement for {startsOn} to {endsOn}. Please check and confirm it.',
  },
  payLineIssued: {
    'zh-CN': '您在 {host} 工作（{startsOn} 至 {endsOn}）的工资明细已出；如有误，请提出异议。',
    en: 'The statement of your pay for work at {host}, {startsOn} to {endsOn}, is ready. If it is wrong, say so.',
  },
  settlementConfirmed: {
    'zh-CN': '{host} 已确认 {startsOn} 至 {endsOn} 的结算单，应于 {dueOn} 前付款。',
    en: '{host} confirmed the settlement for {startsOn} to {endsOn}; payment is due by {dueOn}.',
  },
  settlementDisputed: {
    'zh-CN': '对方对 {startsOn} 至 {endsOn} 的结算单提出异议（{host} 与 {lender}）。',
    en: 'The other side disputes the settlement for {startsOn} to {endsOn} ({host} and {lender}).',
  },
  settlementPaid: {
    'zh-CN': '{startsOn} 至 {endsOn} 的结算已结清，工资已有支付凭证（{host} 与 {lender}）。',
    en: 'The settlement for {startsOn} to {endsOn} is closed: pay is proven paid ({host} and {lender}).',
  },
  payProven: {
    'zh-CN': '{lender} 登记已支付您 {startsOn} 至 {endsOn} 的工资；如未收到，请提出异议或投诉。',
    en: '{lender} recorded that your pay for {startsOn} to {endsOn} was paid. If you have not received it, object or complain.',
  },
  hostPaymentLate: {
    'zh-CN': '{host} 应于 {dueOn} 前支付的 {startsOn} 至 {endsOn} 结算款已逾期。',
    en: 'The payment of {host} for {startsOn} to {endsOn} was due by {dueOn} and is late.',
  },
  workerPaymentLate: {
    'zh-CN': '{startsOn} 至 {endsOn} 的工资应于 {dueOn} 前付清，尚有员工未付。',
    en: 'Wages for {startsOn} to {endsOn} were due by {dueOn}; some workers are not paid yet.',
  },
  payLate: {
    'zh-CN': '您 {startsOn} 至 {endsOn} 的工资应于 {dueOn} 前支付，尚未登记付清；您可以向人社部门投诉。',
    en: 'Your pay for {startsOn} to {endsOn} was due by {dueOn} and is not recorded as paid. You may complain to the bureau.',
  },
  insuranceProofLate: {
    'zh-CN': '{startsOn} 至 {endsOn} 的社保缴纳凭证尚未登记，请补登。',
    en: 'Proof of social insurance for {startsOn} to {endsOn} is missing. Please record it.',
  },
  lateInRegion: {
    'zh-CN': '{host} 与 {lender} 之间 {startsOn} 至 {endsOn} 的结算有逾期事项（期限 {dueOn}）。',
    en: 'Something of the settlement between {host} and {lender} for {startsOn} to {endsOn} is late (due {dueOn}).',
  },
  settlementDueSoon: {
    'zh-CN': '{startsOn} 至 {endsOn} 的结算款应于 {dueOn} 前付给 {lender}，尚未付清。',
    en: 'The settlement for {startsOn} to {endsOn} is to be paid to {lender} by {dueOn} and is still open.',
  },
  settlementUnissued: {
    'zh-CN': '与 {host} {startsOn} 至 {endsOn} 的结算单仍是草稿，请核对后开出。',
    en: 'The settlement with {host} for {startsOn} to {endsOn} is still a draft. Please check and issue it.',
  },
  lineObjected: {
    'zh-CN': '一名员工对 {startsOn} 至 {endsOn} 的工资明细提出异议，请答复。',
    en: 'A worker objects to their pay for {startsOn} to {endsOn}. Please answer.',
  },
  objectionAccepted: {
    'zh-CN': '{lender} 采纳了您对 {startsOn} 至 {endsOn} 工资的异议，差额随下次结算补付。',
    en: '{lender} accepted your objection to your pay for {startsOn} to {endsOn}; the difference comes with the next settlement.',
  },
  objectionRejected: {
    'zh-CN': '{lender} 未采纳您对 {startsOn} 至 {endsOn} 工资的异议，理由可查看；您可以向人社部门投诉。',
    en: '{lender} did not accept your objection to your pay for {startsOn} to {endsOn}; the reason is shown. You may complain to the bureau.',
  },
});

export const moneySubjects = defineMessages({
  settlementIssued: { 'zh-CN': '有结算单待确认', en: 'A settlement waits for you' },
  payLineIssued: { 'zh-CN': '您的工资明细已出', en: 'Your pay statement is ready' },
  settlementConfirmed: { 'zh-CN': '结算单已确认', en: 'A settlement is confirmed' },
  settlementDisputed: { 'zh-CN': '结算单有异议', en: 'A settlement is disputed' },
  settlementPaid: { 'zh-CN': '结算已结清', en: 'A settlement is paid' },
  payProven: { 'zh-CN': '您的工资已登记支付', en: 'Your pay is recorded as paid' },
  hostPaymentLate: { 'zh-CN': '结算付款逾期', en: 'A settlement payment is late' },
  workerPaymentLate: { 'zh-CN': '工资支付逾期', en: 'Wages are late' },
  payLate: { 'zh-CN': '您的工资逾期未付', en: 'Your pay is late' },
  insuranceProofLate: { 'zh-CN': '社保缴纳凭证未登记', en: 'Proof of social insurance is missing' },
  lateInRegion: { 'zh-CN': '辖区内有逾期款项', en: 'A payment in your region is late' },
  settlementDueSoon: { 'zh-CN': '结算付款即将到期', en: 'A settlement payment is due soon' },
  settlementUnissued: { 'zh-CN': '结算单待开出', en: 'A settlement waits to be issued' },
  lineObjected: { 'zh-CN': '员工对工资明细有异议', en: 'A worker objects to their pay' },
  objectionAccepted: { 'zh-CN': '您的工资异议已被采纳', en: 'Your objection was accepted' },
  objectionRejected: { 'zh-CN': '您的工资异议未被采纳', en: 'Your objection was not accepted' },
});
