import { defineMessages } from '../../platform/i18n/message.js';

export const agreementMessages = defineMessages({
  listSize: { 'zh-CN': '最多 {max} 项', en: 'must have at most {max} items' },
  noDealYet: {
    'zh-CN': '双方之间尚无针对该用工需求的邀约。',
    en: 'There is no offer between the two enterprises for this need yet.',
  },
  alreadyDrafted: {
    'zh-CN': '双方已就该用工需求起草协议（{number}）。',
    en: 'An agreement for this need is being negotiated already ({number}).',
  },
  notYourTurn: {
    'zh-CN': '最新条款由贵方提出，须由对方同意。',
    en: 'The newest terms are yours; the other side has to agree to them.',
  },
  staleVersion: {
    'zh-CN': '条款已更新到第 {version} 版，请先阅读。',
    en: 'The terms have moved on to version {version}; please read them first.',
  },
  staleContent: {
    'zh-CN': '所签内容与待签文本不一致，请重新打开协议。',
    en: 'What you are about to sign is not the text that waits for signature; please open it again.',
  },
  ownersSign: {
    'zh-CN': '只有企业的授权签署人可以签署。',
    en: 'Only an authorised signatory of the enterprise can sign.',
  },
  signedAlready: { 'zh-CN': '贵方已经签署。', en: 'Your side has signed already.' },
  changeOfChange: {
    'zh-CN': '终止协议与变更协议本身不可再变更，请驳回后重新发起。',
    en: 'A change of an agreement is not changed itself; reject it and propose another.',
  },
  agreementLapsed: { 'zh-CN': '协议已过签署期限。', en: 'The time for signing has passed.' },
  gapsLeft: {
    'zh-CN': '协议还有 {count} 项必备条款未填写或不合规：{terms}。',
    en: '{count} mandatory clauses are missing or unlawful: {terms}.',
  },
  agreementMissing: {
    'zh-CN': '贵方与用工企业之间没有覆盖该期间、工种和人数的已签协议。',
    en: 'There is no signed agreement with the host that covers this period and occupation and has a head left.',
  },
  wageBelowAgreement: {
    'zh-CN': '邀约工资低于协议约定的工资。',
    en: 'The wage of the offer is below the wage of the agreement.',
  },
  endsBeforeToday: { 'zh-CN': '终止日期不能早于今天。', en: 'The agreement cannot end before today.' },
  endsAfterAgreement: {
    'zh-CN': '终止日期不能晚于协议到期日（{endsOn}）。',
    en: 'The date must not be after the agreement’s end ({endsOn}).',
  },
  changeOpen: {
    'zh-CN': '已有一份待签的变更或终止协议。',
    en: 'An amendment or termination is being negotiated already.',
  },
  amendmentLeavesHeads: {
    'zh-CN': '变更后的期间或人数容不下已有的派驻。',
    en: 'Placements that stand do not fit into the amended period and headcount.',
  },
  writtenOnce: { 'zh-CN': '已写入的记录不可更改。', en: 'What was written is never rewritten.' },
});

/** What is wrong with terms: the gap checker's words. */
export const gapMessages = defineMessages({
  missing: { 'zh-CN': '尚未约定', en: 'not agreed yet' },
  heads: { 'zh-CN': '人数须至少 1 人', en: 'at least one head is needed' },
  period: { 'zh-CN': '结束日期早于开始日期', en: 'ends before it begins' },
  started: { 'zh-CN': '期限已经结束', en: 'the period has passed' },
  overtime: {
    'zh-CN': '低于法定下限：延长工时 150%、休息日 200%、法定节假日 300%',
    en: 'below the statutory floor: overtime 150 %, rest day 200 %, public holiday 300 %',
  },
  dailyHours: {
    'zh-CN': '每日计划工时超过 8 小时，超出部分须按加班计',
    en: 'more than 8 planned hours a day; what exceeds is overtime',
  },
  longHours: { 'zh-CN': '每日计划工时超过法定上限（8+3 小时）', en: 'more than the statutory 8 + 3 hours a day' },
  weeklyRest: { 'zh-CN': '每周至少休息一日', en: 'at least one rest day a week' },
  hostPaysLate: {
    'zh-CN': '用工企业的付款日晚于员工的发薪日：原单位须先行垫付',
    en: 'the host pays after the workers are paid: the lender has to advance the wages',
  },
  noInsurance: {
    'zh-CN': '未投保商业意外险：工伤保险以外的费用由双方按比例自担',
    en: 'no accident insurance: what work-injury insurance does not pay falls on the two parties',
  },
  hostBearsNoInjury: {
    'zh-CN': '用工企业不分担工伤费用：原单位承担全部责任',
    en: 'the host bears nothing of an injury’s cost: all of it stays with the lender',
  },
  dataUnbound: {
    'zh-CN': '用工企业未承诺员工信息仅用于本次合作',
    en: 'the host has not bound itself to use workers’ data for this deal alone',
  },
  longLoan: {
    'zh-CN': '共享期限超过一年：应审视是否属于以共享用工名义的劳务派遣',
    en: 'longer than a year: look at whether this is dispatch under another name',
  },
});
