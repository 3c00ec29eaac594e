import { defineMessages, type Message } from '../../platform/i18n/message.js';
import type { Term } from './terms.js';

export const paperMessages = defineMessages({
  cooperation: { 'zh-CN': '共享用工合作协议', en: 'Cooperation Agreement on Shared Employees' },
  amendment: { 'zh-CN': '共享用工合作协议之变更协议', en: 'Amendment of a Cooperation Agreement on Shared Employees' },
  termination: {
    'zh-CN': '共享用工合作协议之终止协议',
    en: 'Termination of a Cooperation Agreement on Shared Employees',
  },
  reading: {
    'zh-CN': '本协议以中文文本为准。',
    en: 'For reading only: the Chinese text is the one that binds.',
  },
  changes: { 'zh-CN': '本协议变更协议 {number}。', en: 'This changes agreement {number}.' },
  ends: {
    'zh-CN': '双方同意协议 {number} 于 {endsOn} 终止；该日之后不再有派驻，结算与返还义务继续履行。',
    en: 'Both sides agree that agreement {number} ends on {endsOn}; nobody is placed after that day, and what is owed is still settled.',
  },
  parties: { 'zh-CN': '合作双方', en: 'The parties' },
  lender: { 'zh-CN': '甲方（原单位）', en: 'Lender' },
  host: { 'zh-CN': '乙方（用工企业）', en: 'Host' },
  code: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  scope: { 'zh-CN': '合作内容与期限', en: 'Purpose and period' },
  work: { 'zh-CN': '岗位、地点与工时', en: 'Post, place and hours' },
  pay: { 'zh-CN': '劳动报酬与支付', en: 'Pay' },
  costs: { 'zh-CN': '社会保险与费用返还', en: 'Social insurance and costs paid back' },
  safety: { 'zh-CN': '劳动保护与工伤', en: 'Protection and work injury' },
  living: { 'zh-CN': '食宿与交通', en: 'Board, lodging and travel' },
  returning: { 'zh-CN': '退回、替换与提前终止', en: 'Return, replacement and early end' },
  other: { 'zh-CN': '保密、违约与争议', en: 'Confidentiality, breach and disputes' },
  statutory: { 'zh-CN': '法定义务', en: 'What the law sets' },
  signatures: { 'zh-CN': '签署', en: 'Signatures' },
  signed: {
    'zh-CN': '{name}（{title}）于 {at} 在线签署',
    en: 'Signed online by {name} ({title}) at {at}',
  },
  unsigned: { 'zh-CN': '待签署', en: 'not signed yet' },
  occupation: { 'zh-CN': '工种', en: 'Occupation' },
  level: { 'zh-CN': '技能等级不低于', en: 'Least skill level' },
  headcount: { 'zh-CN': '人数', en: 'Heads' },
  total: { 'zh-CN': '合计', en: 'Total' },
  period: { 'zh-CN': '期限', en: 'Period' },
  periodValue: { 'zh-CN': '{startsOn} 至 {endsOn}', en: '{startsOn} to {endsOn}' },
  reimbursement: { 'zh-CN': '返还项目', en: 'Paid back' },
  perWorkerMonth: { 'zh-CN': '每人每月', en: 'Per worker and month' },
  yes: { 'zh-CN': '是', en: 'yes' },
  no: { 'zh-CN': '否', en: 'no' },
  open: { 'zh-CN': '未约定', en: 'not agreed' },
});

/** What the law sets whatever the parties write; each line names its rule. */
export const statutoryClauses: readonly Message[] = Object.values(
  defineMessages({
    relation: {
      'zh-CN': '员工与甲方的劳动关系不变；甲方依法履行用人单位的全部义务，包括缴纳社会保险（R1、R12）。',
      en: 'The labour relation between worker and lender stays; the lender keeps every duty of an employer, social insurance included (R1, R12).',
    },
    relending: {
      'zh-CN': '乙方不得将员工转借他人；劳务派遣人员不得共享（R3、R4）。',
      en: 'The host does not lend the workers on; workers dispatched to the lender cannot be lent (R3, R4).',
    },
    consent: {
      'zh-CN': '派驻须经员工本人知情同意；不同意不影响其劳动关系和评价（R5、R6、R7）。',
      en: 'Nobody is placed without their own informed consent; a refusal has no effect on job or rating (R5, R6, R7).',
    },
    profit: {
      'zh-CN':
        '共享用工不以营利为目的：乙方支付的劳动报酬由甲方足额发放，任何一方不得克扣，不得以任何名目收取费用（R9、R10）。',
      en: 'Nobody profits from lending: the lender passes the pay received on in full; there is no deduction and no fee of any name (R9, R10).',
    },
    hours: {
      'zh-CN': '延长工时每日一般不超过 1 小时、最多 3 小时，每月不超过 36 小时，双方工时合并计算（R16）。',
      en: 'Overtime is at most 1 hour a day, in special cases 3, and 36 a month, over both enterprises together (R16).',
    },
    injury: {
      'zh-CN': '工伤由甲方承担工伤保险责任；甲方应自事故发生之日起三十日内申请工伤认定（R13、R14）。',
      en: 'The lender answers for work injuries and applies for recognition within thirty days of the accident (R13, R14).',
    },
    protection: {
      'zh-CN': '乙方违反劳动保护义务的，员工可以立即返回甲方，甲方不得拒绝（R19）。',
      en: 'Where the host breaks its duties of protection the worker returns at once, and the lender cannot refuse (R19).',
    },
    expiry: {
      'zh-CN': '期满员工返回甲方，甲方妥善安置；需延长的，须经甲、乙双方及员工一致同意并续签（R22）。',
      en: 'At the end the workers go back to the lender, who finds them work; an extension needs lender, host and worker and a renewed agreement (R22).',
    },
    hiring: {
      'zh-CN': '甲方与员工的劳动合同未解除或终止前，乙方不得招用该员工（R23）。',
      en: 'The host does not hire a worker before the contract with the lender has ended (R23).',
    },
    data: {
      'zh-CN': '员工个人信息仅为履行本协议使用，限于员工同意的范围（R38、R42）。',
      en: 'Workers’ data are used for this agreement alone, within what each worker has consented to (R38, R42).',
    },
  }),
);

/** What each term is called. */
export const termNames: Readonly<Record<Term, Message>> = {
  reason: { 'zh-CN': '共享原因', en: 'Reason' },
  heads: { 'zh-CN': '人数', en: 'Heads' },
  startsOn: { 'zh-CN': '开始日期', en: 'First day' },
  endsOn: { 'zh-CN': '结束日期', en: 'Last day' },
  trialDays: { 'zh-CN': '试岗天数', en: 'Trial days' },
  site: { 'zh-CN': '工作地点', en: 'Place of work' },
  duties: { 'zh-CN': '岗位职责', en: 'Duties' },
  shift: { 'zh-CN': '班次', en: 'Shift' },
  dailyMinutes: { 'zh-CN': '每日工作时间', en: 'Working time a day' },
  breakMinutes: { 'zh-CN': '每日休息时间', en: 'Breaks a day' },
  weeklyDays: { 'zh-CN': '每周工作天数', en: 'Working days a week' },
  restAndLeave: { 'zh-CN': '休息休假', en: 'Rest and leave' },
  wageFen: { 'zh-CN': '劳动报酬', en: 'Wage' },
  wageUnit: { 'zh-CN': '计薪单位', en: 'Wage unit' },
  currency: { 'zh-CN': '币种', en: 'Currency' },
  overtimePercent: { 'zh-CN': '延长工时工资', en: 'Overtime pay' },
  restDayPercent: { 'zh-CN': '休息日工资', en: 'Rest-day pay' },
  holidayPercent: { 'zh-CN': '法定节假日工资', en: 'Public-holiday pay' },
  allowances: { 'zh-CN': '津贴补贴', en: 'Allowances' },
  cutOffDay: { 'zh-CN': '结算截止日', en: 'Cut-off day' },
  hostPaysByDay: { 'zh-CN': '乙方付款日（次月）', en: 'Host pays by (next month)' },
  workersPaidByDay: { 'zh-CN': '员工发薪日（次月）', en: 'Workers are paid by (next month)' },
  payMethod: { 'zh-CN': '支付方式', en: 'Way of payment' },
  contributionsFen: { 'zh-CN': '社会保险单位部分返还', en: 'Social insurance paid back' },
  reimbursements: { 'zh-CN': '其他费用返还', en: 'Other costs paid back' },
  lodging: { 'zh-CN': '住宿提供方', en: 'Lodging by' },
  meals: { 'zh-CN': '用餐提供方', en: 'Meals by' },
  transport: { 'zh-CN': '交通提供方', en: 'Transport by' },
  hazards: { 'zh-CN': '职业危害', en: 'Occupational hazards' },
  protection: { 'zh-CN': '劳动保护', en: 'Protection' },
  safetyTrainingHours: { 'zh-CN': '岗前安全培训', en: 'Safety training before work' },
  injuryHostPercent: { 'zh-CN': '工伤费用乙方分担比例', en: 'Host’s share of injury costs' },
  injuryProcess: { 'zh-CN': '工伤处理', en: 'After an injury' },
  commercialInsurance: { 'zh-CN': '商业意外保险', en: 'Accident insurance' },
  returnCases: { 'zh-CN': '可退回的情形', en: 'Cases of return' },
  returnNoticeDays: { 'zh-CN': '退回提前通知', en: 'Notice of return' },
  replacementDays: { 'zh-CN': '替换期限', en: 'Replacement within' },
  earlyEndNoticeDays: { 'zh-CN': '提前终止通知', en: 'Notice of early end' },
  travelAndOtherCosts: { 'zh-CN': '差旅及其他费用', en: 'Travel and other costs' },
  confidentiality: { 'zh-CN': '保密', en: 'Confidentiality' },
  latePaymentBasisPoints: { 'zh-CN': '逾期付款违约金', en: 'Interest on late payment' },
  disputeForum: { 'zh-CN': '争议解决', en: 'Disputes' },
  dataPurposeBound: { 'zh-CN': '个人信息仅限本合作使用', en: 'Data used for this deal alone' },
};

/** The words of enumerated terms. */
export const valueNames: Readonly<Record<string, Message>> = {
  season: { 'zh-CN': '季节性富余', en: 'the off-season' },
  stoppage: { 'zh-CN': '停工停产', en: 'a stoppage' },
  surplus: { 'zh-CN': '人员富余', en: 'more workers than work' },
  day: { 'zh-CN': '白班', en: 'day shift' },
  night: { 'zh-CN': '夜班', en: 'night shift' },
  rotating: { 'zh-CN': '倒班', en: 'rotating shifts' },
  host: { 'zh-CN': '用工企业', en: 'the host' },
  lender: { 'zh-CN': '原单位', en: 'the lender' },
  worker: { 'zh-CN': '员工本人', en: 'the worker' },
  mediation: {
    'zh-CN': '先行调解，调解不成向合同履行地人民法院起诉',
    en: 'mediation, then the court at the place of work',
  },
  arbitration: { 'zh-CN': '仲裁', en: 'arbitration' },
  court: { 'zh-CN': '合同履行地人民法院', en: 'the court at the place of work' },
  lodgingCost: { 'zh-CN': '住宿', en: 'Lodging' },
  mealsCost: { 'zh-CN': '用餐', en: 'Meals' },
  transportCost: { 'zh-CN': '交通', en: 'Transport' },
  trainingCost: { 'zh-CN': '培训', en: 'Training' },
  health_checkCost: { 'zh-CN': '健康检查', en: 'Health checks' },
  perHour: { 'zh-CN': '元/小时', en: 'CNY an hour' },
  perDay: { 'zh-CN': '元/天', en: 'CNY a day' },
  perWeek: { 'zh-CN': '元/周', en: 'CNY a week' },
  perMonth: { 'zh-CN': '元/月', en: 'CNY a month' },
  perYear: { 'zh-CN': '元/年', en: 'CNY a year' },
  perPiece: { 'zh-CN': '元/件', en: 'CNY a piece' },
};

export const unitMessages = defineMessages({
  days: { 'zh-CN': '{n} 天', en: '{n} days' },
  hours: { 'zh-CN': '{n} 小时', en: '{n} hours' },
  minutes: { 'zh-CN': '{n} 分钟', en: '{n} minutes' },
  percent: { 'zh-CN': '{n}%', en: '{n} %' },
  dayOfMonth: { 'zh-CN': '{n} 日', en: 'day {n}' },
  lastDay: { 'zh-CN': '每月最后一日', en: 'the last day of the month' },
  yuan: { 'zh-CN': '{n} 元', en: 'CNY {n}' },
  perDayInterest: { 'zh-CN': '每日万分之{n}', en: '{n} per ten thousand a day' },
});
