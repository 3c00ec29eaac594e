import { defineMessages } from '../platform/i18n/message.js';

export const capacityMessages = defineMessages({
  unknownCode: { 'zh-CN': '目录中没有“{id}”，或已停用。', en: 'The catalogue has no “{id}”, or it is retired.' },
  codeTaken: { 'zh-CN': '该编码已被使用。', en: 'This code is already taken.' },
  codeShape: {
    'zh-CN': '须以大写字母开头，为 2 到 30 个大写字母、数字或连字符',
    en: 'must be 2 to 30 capitals, digits or hyphens, starting with a capital',
  },
  attributeShape: {
    'zh-CN': '须以小写字母开头，只含字母和数字，最多 40 个字符',
    en: 'must be letters and digits, starting with a small letter, at most 40',
  },
  tooMany: { 'zh-CN': '最多 {max} 项', en: 'must have at most {max} items' },
  batchSize: { 'zh-CN': '须为 1 到 {max} 项', en: 'must have 1 to {max} items' },
  currency: { 'zh-CN': '须为三个大写字母的货币代码', en: 'must be a currency code of three capitals' },
  week: {
    'zh-CN': '须为七个数，从星期一起，每个 0 到 1440 分钟',
    en: 'must be seven numbers, Monday first, each 0 to 1440 minutes',
  },
  namedTwice: { 'zh-CN': '“{name}”重复。', en: '“{name}” is given twice.' },
  unknownAttribute: {
    'zh-CN': '该机器类型没有属性“{name}”；可用：{known}。',
    en: 'Machines of this type have no attribute “{name}”; known: {known}.',
  },
  emptyBound: {
    'zh-CN': '“{name}”的范围为空：请给出下限或上限，且上限不小于下限。',
    en: 'The bounds of “{name}” leave nothing: give a lower or an upper one, the upper not below the lower.',
  },
  endsBeforeStart: { 'zh-CN': '结束日期不能早于开始日期。', en: 'The end date must not be before the start date.' },
  tooLong: { 'zh-CN': '期限不能超过 {days} 天。', en: 'The period must not exceed {days} days.' },
  inPast: { 'zh-CN': '日期不能早于今天（{today}）。', en: 'The date must not be before today ({today}).' },
  lineRetired: { 'zh-CN': '该产线已停用。', en: 'This line is out of use.' },
  lineOffered: {
    'zh-CN': '该产线有 {count} 个开放的产能时段，请先撤回。',
    en: 'Windows of this line are open ({count}); withdraw them first.',
  },
  outageBooked: {
    'zh-CN': '这些日子已有预订：{bookings}。请先与客户协商释放。',
    en: 'These days are booked: {bookings}. Have those bookings released first.',
  },
  nothingToOffer: {
    'zh-CN': '该产线在此期间不开工，或已由其他时段提供。',
    en: 'The line does not work in this period, or another window offers its days already.',
  },
  windowTooSmall: {
    'zh-CN': '最少预订与准备时间共 {least} 分钟，超过任何一天的 {most} 分钟。',
    en: 'The least booking and its setup take {least} minutes; no day offers more than {most}.',
  },
  dayOffered: {
    'zh-CN': '该产线的另一个时段已提供这些日子。',
    en: 'Another window of this line already offers some of these days.',
  },
  windowNotOpen: { 'zh-CN': '该产能时段已不开放。', en: 'This window is not open.' },
  ownWindow: { 'zh-CN': '不能预订本企业的产能。', en: 'You cannot book your own capacity.' },
  dayNotOffered: { 'zh-CN': '该时段不提供 {day}。', en: 'The window does not offer {day}.' },
  dayTwice: { 'zh-CN': '{day} 重复。', en: '{day} is given twice.' },
  belowMinimum: {
    'zh-CN': '{day} 须至少预订 {minimum} 分钟。',
    en: 'On {day} at least {minimum} minutes have to be booked.',
  },
  notEnough: {
    'zh-CN': '{day} 只剩 {free} 分钟，需要 {wanted} 分钟（含准备时间）。',
    en: '{day} has {free} minutes left; {wanted} are needed, setup included.',
  },
  oversold: { 'zh-CN': '这些分钟刚被他人预订。', en: 'Somebody else has just booked these minutes.' },
  amountTooLarge: {
    'zh-CN': '预订金额过大，请分开预订。',
    en: 'The booking is too large; please split it.',
  },
  holdPast: { 'zh-CN': '保留期限须在将来。', en: 'The hold has to end in the future.' },
  holdExpired: { 'zh-CN': '该保留已过期。', en: 'This hold has expired.' },
  daysBegun: {
    'zh-CN': '预订已于 {day} 开始。',
    en: 'The booking began on {day}.',
  },
  notOverYet: {
    'zh-CN': '最后一天 {day} 尚未到，不能登记。',
    en: 'The last day, {day}, has not come yet; it is too early to record.',
  },
  recordEachDay: {
    'zh-CN': '须为预订的每一天各登记一次：{days}。',
    en: 'Record each booked day once: {days}.',
  },
  recordTooMuch: {
    'zh-CN': '{day} 预订了 {booked} 分钟，登记不能超过。',
    en: 'On {day} {booked} minutes were booked; no more can be recorded.',
  },
  objectionLate: {
    'zh-CN': '异议期已于 {until} 结束。',
    en: 'The time to object ended at {until}.',
  },
  objectionOnce: { 'zh-CN': '您已提出异议，等待对方更正。', en: 'You have objected already; the owner is to answer.' },
  notRecorded: { 'zh-CN': '该预订尚未登记。', en: 'Nothing has been recorded of this booking yet.' },
  notObjected: { 'zh-CN': '对该登记没有异议。', en: 'Nobody has objected to this record.' },
  reasonNeeded: { 'zh-CN': '请写明理由，对方会看到。', en: 'Give the reason; the other side will see it.' },
  stepNeeded: { 'zh-CN': '请同时给出需求和工序步骤。', en: 'Give both the request and its step.' },
  noSuchStep: { 'zh-CN': '该需求没有第 {step} 步。', en: 'The request has no step {step}.' },
  otherProcess: { 'zh-CN': '该产线不做这一步的工序。', en: 'The line does not do the process of this step.' },
  boundNotKept: {
    'zh-CN': '该产线不满足对“{name}”的要求。',
    en: 'The line does not meet what the step asks of “{name}”.',
  },
  otherOperators: {
    'zh-CN': '该步骤对操作人员的要求与时段不符。',
    en: 'The window does not fit what the step says of operators.',
  },
  outsideRequest: {
    'zh-CN': '{day} 不在需求的期间内（{from} 至 {until}）。',
    en: '{day} is outside the request’s period ({from} to {until}).',
  },
  moreThanUnmet: {
    'zh-CN': '该步骤只缺 {unmet} 分钟。',
    en: 'The step lacks only {unmet} minutes.',
  },
  notSplit: { 'zh-CN': '该需求须在一天内完成每一步。', en: 'The request wants each step done on one day.' },
  requestNotOpen: { 'zh-CN': '该产能需求已不开放。', en: 'This request is not open.' },
  proposalGone: { 'zh-CN': '该推荐已失效。', en: 'This proposal is no longer current.' },
});
