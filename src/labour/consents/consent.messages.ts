import { defineMessages } from '../../platform/i18n/message.js';

export const consentMessages = defineMessages({
  lapsed: {
    'zh-CN': '该同意请求已过期（未答复视为不同意）。',
    en: 'This request has lapsed (silence counts as a no).',
  },
  periodOver: { 'zh-CN': '该期间已过。', en: 'The period has passed.' },
  leftInPeace: {
    'zh-CN': '该员工已表示不同意，{days} 天内不能再次征求。',
    en: 'The worker said no; they are left in peace for {days} days.',
  },
  notEmployed: { 'zh-CN': '该员工已不是本单位员工。', en: 'The worker is not employed by you any more.' },
  alreadyOpen: {
    'zh-CN': '已就同一期间征求过该员工的同意。',
    en: 'The worker has already been asked for the same period.',
  },
});

/** What the worker is told before answering: kinds of data, recipient, purpose, way (PIPL 23; R38, R42). */
export const disclosureMessages = defineMessages({
  profileData: {
    'zh-CN': '职业、技能等级、证书、距离区间（不含姓名、电话、证件和住址）',
    en: 'Occupation, skill level, certificates and a distance band; no name, phone number, document or address',
  },
  profileRecipient: {
    'zh-CN': '向其推荐您的用工企业',
    en: 'Hosts that you are proposed to',
  },
  profilePurpose: {
    'zh-CN': '判断是否向您发出邀约',
    en: 'To decide whether to make you an offer',
  },
  profileOccasion: {
    'zh-CN': '同意之后、同意期间内，在本平台页面上显示',
    en: 'Once you consent and as long as the consent lasts, on this platform’s pages',
  },
  contactData: { 'zh-CN': '姓名、手机号码', en: 'Name and mobile number' },
  contactRecipient: {
    'zh-CN': '您本人接受其邀约的那一家用工企业',
    en: 'The one host whose offer you yourself accept',
  },
  contactPurpose: {
    'zh-CN': '安排到岗和现场核验',
    en: 'To receive you on site and know who comes',
  },
  contactOccasion: {
    'zh-CN': '从您接受该邀约时起，在本平台页面上显示',
    en: 'From the moment you accept that offer, on this platform’s pages',
  },
  countData: {
    'zh-CN': '按地区、行业、职业汇总的人数（不含个人信息；少于 5 人不显示）',
    en: 'Head-counts by region, industry and occupation; nothing personal, nothing below five people',
  },
  countRecipient: { 'zh-CN': '人力资源和社会保障部门', en: 'The human resources bureau' },
  countPurpose: {
    'zh-CN': '掌握用工余缺情况',
    en: 'To see where workers are short or to spare',
  },
  countOccasion: { 'zh-CN': '始终', en: 'At all times' },
  rights: {
    'zh-CN':
      '是否同意由您本人决定。您可以拒绝，也可以随时一步撤回；拒绝、不答复或撤回不影响您的劳动关系、工资和评价，也不收取任何费用。劳动关系仍在原单位。证件号码不会提供给任何用工企业。',
    en: 'The answer is yours alone. You may refuse, and withdraw at any time in one step; refusing, not answering or withdrawing has no effect on your employment, pay or rating and costs nothing. Your employment stays with your employer. Your ID number is given to no host.',
  },
});
