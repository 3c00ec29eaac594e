import { defineMessages } from '../../platform/i18n/message.js';

export const settlementMessages = defineMessages({
  agreementUnsigned: {
    'zh-CN': '合作协议尚未签署，不能结算。',
    en: 'The agreement is not signed, so there is nothing to settle.',
  },
  termsIncomplete: {
    'zh-CN': '协议未约定工资，不能结算。',
    en: 'The agreement names no wage, so nothing can be settled.',
  },
  outsideAgreement: {
    'zh-CN': '该结算周期不在协议期限内，或尚未开始。',
    en: 'That period lies before the agreement, or has not begun.',
  },
  periodNotOver: { 'zh-CN': '结算周期到 {endsOn} 才结束。', en: 'The period ends on {endsOn}; it is too early.' },
  daysOpen: {
    'zh-CN': '本期还有 {days} 天考勤未确认或有争议；可等待，或将其转入下一期。',
    en: 'Days of this period that are not confirmed or are disputed: {days}. Wait for them, or leave them out for the next settlement.',
  },
  recountDiffers: {
    'zh-CN': '两种独立计算的结果不一致，未开具结算单；请稍后重试，仍不一致请联系运营方。',
    en: 'Two independent computations disagree, so nothing was issued. Try again; if it stays so, tell the operator.',
  },
  notConfirmed: {
    'zh-CN': '用工企业确认结算单后才能登记其付款。',
    en: 'The host’s payment is recorded once the host has confirmed the settlement.',
  },
  notIssued: {
    'zh-CN': '结算单开具后才能登记工资发放；有争议时暂停。',
    en: 'Pay to workers is recorded on an issued or confirmed settlement.',
  },
  hostPaysNoMore: {
    'zh-CN': '用工企业所付不得超过应转付总额，还可登记 {open} 元（原单位不得以营利为目的）。',
    en: 'The host pays what the lender must pay out and no more; {open} yuan are open (lending is not for profit).',
  },
  hostOverpays: {
    'zh-CN': '用工企业所付不得超过应转付总额（原单位不得以营利为目的）。',
    en: 'The host pays what the lender must pay out and no more (lending is not for profit).',
  },
  hostPaymentOpen: {
    'zh-CN': '用工企业尚欠 {open} 元，结算单不能结清。',
    en: 'The host still owes {open} yuan, so the settlement cannot be closed.',
  },
  hostPaymentMissing: {
    'zh-CN': '用工企业的付款尚未证明到位，结算单不能结清。',
    en: 'The host’s payment is not proven in full, so the settlement cannot be closed.',
  },
  passThrough: {
    'zh-CN': '有 {lines} 名员工所得少于为其收取的工资，结算单不能结清。',
    en: 'Workers who got less than the pay received for them: {lines}. The settlement cannot be closed.',
  },
  passThroughMissing: {
    'zh-CN': '有员工所得少于为其收取的工资，结算单不能结清。',
    en: 'Some workers got less than the pay received for them, so the settlement cannot be closed.',
  },
  ownAccount: {
    'zh-CN': '工资须转入员工本人的银行账户。',
    en: 'Pay goes by bank to an account in the worker’s own name.',
  },
  paidInFuture: { 'zh-CN': '付款日期不能晚于今天。', en: 'A payment cannot lie in the future.' },
  voucherKnown: { 'zh-CN': '该凭证已登记。', en: 'This voucher is recorded already.' },
  hostHasPaid: {
    'zh-CN': '用工企业已付款，结算单不能再提出争议；差错请由员工提出异议，在下一期更正。',
    en: 'The host has paid, so the settlement can no longer be disputed; errors are put right in the next one.',
  },
  objectionOpen: { 'zh-CN': '您已对该条提出异议，等待答复。', en: 'Your objection to this line waits for an answer.' },
  objectionAnswered: {
    'zh-CN': '已作其他答复。',
    en: 'This objection has been answered differently.',
  },
  correctionOfNo: { 'zh-CN': '驳回异议时不能补发。', en: 'A rejected objection grants no correction.' },
  monthAhead: { 'zh-CN': '不能为未来月份登记。', en: 'A month that has not begun cannot be proven.' },
  batchSize: { 'zh-CN': '须为 1 到 {max} 项', en: 'must have 1 to {max} items' },
});

/** What a settlement or a line is found to have wrong. */
export const findingMessages = defineMessages({
  underpaid: {
    'zh-CN': '{lines} 名员工所得合计比应得少 {open} 元。',
    en: 'Workers who have got less than is due: {lines}. Missing: {open} yuan.',
  },
  unpaid: {
    'zh-CN': '已收到用工企业付款，{lines} 名员工共 {open} 元尚未发放。',
    en: 'The host has paid; {open} yuan are still to be passed on. Workers who wait: {lines}.',
  },
  hostLate: {
    'zh-CN': '用工企业应于 {dueOn} 前付清，尚欠 {open} 元。',
    en: 'The host was to pay by {dueOn}; {open} yuan are open.',
  },
  lenderLate: {
    'zh-CN': '原单位应于 {dueOn} 前发放工资（不论用工企业是否已付款），{lines} 名员工未足额发放。',
    en: 'The lender was to pay the workers by {dueOn}, whether or not the host has paid. Not paid in full: {lines}.',
  },
  insuranceMissing: {
    'zh-CN': '缺少 {month} 的社会保险缴费凭证。',
    en: 'Proof of social insurance for {month} is missing.',
  },
  percentsRaised: {
    'zh-CN': '协议约定的加班工资标准低于法定标准，已按 150%/200%/300% 计算。',
    en: 'The agreed overtime pay lies below the law’s; 150, 200 and 300 per cent were applied.',
  },
  belowMinimum: {
    'zh-CN': '{lines} 名员工正常工作时间的工资低于当地最低工资标准。',
    en: 'Pay for normal work lies below the local minimum wage. Workers: {lines}.',
  },
  daysLeftOut: {
    'zh-CN': '本期有 {days} 天考勤未确认或有争议，未计入，转入下一期。',
    en: 'Days that are not agreed, left out until the next settlement: {days}.',
  },
  daysCarried: {
    'zh-CN': '其中 {days} 天为以前期间遗留的考勤。',
    en: 'Days of earlier periods that are paid here: {days}.',
  },
  objectionsOpen: { 'zh-CN': '{lines} 条异议待答复。', en: 'Objections that wait for an answer: {lines}.' },
});
