import { defineMessages, type Message } from '../../platform/i18n/message.js';

export const noticeMessages = defineMessages({
  lender: { 'zh-CN': '派出单位（劳动关系不变）', en: 'Your employer, who lends you and stays your employer' },
  host: { 'zh-CN': '用工企业', en: 'Where you will work' },
  occupation: { 'zh-CN': '岗位', en: 'Work' },
  site: { 'zh-CN': '工作地点', en: 'Place of work' },
  period: { 'zh-CN': '期限', en: 'Period' },
  periodValue: { 'zh-CN': '{startsOn} 至 {endsOn}', en: '{startsOn} to {endsOn}' },
  hours: { 'zh-CN': '工作时间', en: 'Hours' },
  wage: { 'zh-CN': '劳动报酬', en: 'Pay' },
  payer: { 'zh-CN': '由谁发工资', en: 'Who pays you' },
  payerValue: {
    'zh-CN': '由您的单位发放，次月 {day} 日前；不扣除任何费用',
    en: 'your employer, by day {day} of the next month, with nothing taken off',
  },
  insurance: { 'zh-CN': '社会保险', en: 'Social insurance' },
  insuranceValue: { 'zh-CN': '由您的单位继续缴纳', en: 'your employer keeps paying it' },
  injury: { 'zh-CN': '工伤责任', en: 'If you are injured' },
  injuryValue: {
    'zh-CN': '由您的单位承担工伤保险责任，30 日内申请认定；您本人一年内也可申请',
    en: 'your employer answers for it and applies within 30 days; you may apply yourself within a year',
  },
  data: { 'zh-CN': '您的哪些信息会被看到', en: 'What is seen of your data' },
  dataValue: {
    'zh-CN': '接受邀约后，用工企业看到您的姓名和电话，仅用于本次派驻；看不到身份证号和住址',
    en: 'from your yes on, the host sees your name and phone, for this placement alone; never your ID number or address',
  },
  help: { 'zh-CN': '咨询与投诉', en: 'Help' },
  helpValue: { 'zh-CN': '12333 人社服务热线，或在本平台投诉', en: 'call 12333, or file a complaint here' },
});

/** The worker's rights, each with its rule. */
export const workerRights: readonly Message[] = Object.values(
  defineMessages({
    refuse: {
      'zh-CN': '您可以不同意，也可以随时撤回，不影响您的工作和评价（R5、R41）。',
      en: 'You may say no, and take a yes back at any time, with no effect on your job or rating (R5, R41).',
    },
    unsafe: {
      'zh-CN': '用工企业违反劳动保护规定的，您可以立即返回原单位，任何人不得拒绝（R19）。',
      en: 'If the host breaks its duties of protection you may go back at once; nobody can refuse it (R19).',
    },
    overtime: {
      'zh-CN': '加班须付 150%／200%／300%，每月不超过 36 小时，每周至少休息一天（R16、R17）。',
      en: 'Overtime is paid at 150, 200 or 300 %, is at most 36 hours a month, and you have one day off a week (R16, R17).',
    },
    back: {
      'zh-CN': '期满您回到原单位，由原单位安排工作（R22）。',
      en: 'At the end you go back to your employer, who finds you work (R22).',
    },
  }),
);
