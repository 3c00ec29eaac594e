import { defineMessages } from '../platform/i18n/message.js';

export const labourMessages = defineMessages({
  endsBeforeStart: { 'zh-CN': '结束日期不能早于开始日期。', en: 'The end date must not be before the start date.' },
  startsInPast: {
    'zh-CN': '开始日期不能早于今天（{today}）。',
    en: 'The start date must not be before today ({today}).',
  },
  tooLong: { 'zh-CN': '期限不能超过 {days} 天。', en: 'The period must not exceed {days} days.' },
  headcountBelowTaken: {
    'zh-CN': '人数不能少于已接受的 {taken} 人。',
    en: 'The headcount cannot go below the {taken} seats already taken.',
  },
  discriminates: {
    'zh-CN': '说明中含有就业歧视内容“{words}”，请删除（《人力资源市场暂行条例》第二十四条）。',
    en: 'The description sets a discriminatory condition (“{words}”); please remove it (Interim Regulations on the Human Resources Market, art. 24).',
  },
  needNotOpen: { 'zh-CN': '该用工需求未在招聘中。', en: 'This need is not open.' },
  needFull: { 'zh-CN': '该用工需求人数已满。', en: 'Every seat of this need is taken.' },
  workerBooked: { 'zh-CN': '该员工在此期间已有安排。', en: 'The worker is already booked in this period.' },
  offerOpen: { 'zh-CN': '已有一份发给该员工的邀约。', en: 'There is already an offer to this worker for this need.' },
  offerExpired: { 'zh-CN': '该邀约已过期。', en: 'This offer has expired.' },
  lenderIsHost: { 'zh-CN': '原单位与用工企业不能是同一家。', en: 'Lender and host cannot be the same enterprise.' },
  proposalGone: { 'zh-CN': '该推荐已失效。', en: 'This proposal is no longer current.' },
  consentMissing: {
    'zh-CN': '缺少覆盖该期间的劳动者同意（先同意，后派驻）。',
    en: 'There is no consent of the worker in force for the whole period (consent comes first).',
  },
  workerUnnamed: { 'zh-CN': '原单位尚未指派具体员工。', en: 'The lender has not named the worker for this seat yet.' },
  placementNotDue: {
    'zh-CN': '派驻从 {startsOn} 开始，尚未到期。',
    en: 'The placement starts on {startsOn}; it is too early.',
  },
  termsUnconfirmed: {
    'zh-CN': '员工尚未确认本次派驻的条款（劳动合同变更），不能上岗。',
    en: 'The worker has not confirmed the terms of this placement (the change of their labour contract) yet.',
  },
  noTermsToConfirm: {
    'zh-CN': '直招的条款以接受邀约为准，无须另行确认。',
    en: 'A direct hire is agreed to with the offer; there is nothing more to confirm.',
  },
  staleNotice: {
    'zh-CN': '告知内容已更新，请重新阅读后确认。',
    en: 'The notice has changed; please read it again before you confirm.',
  },
  applicationOnce: { 'zh-CN': '您已应聘过该需求。', en: 'You have already applied for this need.' },
  oneOfProposalOrApplication: {
    'zh-CN': '须且只能给出推荐或应聘中的一项。',
    en: 'Give either a proposal or an application, not both.',
  },
  nearNeeded: {
    'zh-CN': '按距离排序须给出位置。',
    en: 'To order by distance, say where you are.',
  },
  wageUnitNeeded: {
    'zh-CN': '比较工资须给出计薪单位。',
    en: 'To compare wages, say for which unit.',
  },
  batchSize: { 'zh-CN': '须为 1 到 {max} 项', en: 'must have 1 to {max} items' },
  interestNeedsLoan: {
    'zh-CN': '该员工有原单位，须由原单位以共享用工方式派出。',
    en: 'This applicant has an employer; the way is a loan by that employer.',
  },
});
