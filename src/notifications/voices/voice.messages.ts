import { defineMessages } from '../../platform/i18n/message.js';

/** Reviews and complaints. Who wrote a complaint is never told. */
export const voiceTexts = defineMessages({
  reviewPublished: {
    'zh-CN': '关于派驻（{host}，{work}）对您的评价已公布；可以回复或申诉。',
    en: 'A review of you for the placement ({work} at {host}) is published. You may reply or appeal.',
  },
  reviewAppealed: {
    'zh-CN': '有一条关于 {host} 派驻的评价被申诉，待处理。',
    en: 'An appeal against a review of a placement at {host} waits for a decision.',
  },
  reviewUpheld: {
    'zh-CN': '人社部门决定保留一条评价（{host}，{work}）。',
    en: 'The bureau decided that a review stands ({work} at {host}).',
  },
  reviewRemoved: {
    'zh-CN': '人社部门决定删除一条评价（{host}，{work}）。',
    en: 'The bureau decided to remove a review ({work} at {host}).',
  },
  complaintFiled: {
    'zh-CN': '收到一件针对 {against} 的投诉，请处理。',
    en: 'There is a new complaint against {against}. Please look at it.',
  },
  complaintResolved: {
    'zh-CN': '您对 {against} 的投诉已处理，请查看答复。',
    en: 'Your complaint against {against} is resolved. Please read the answer.',
  },
  complaintDismissed: {
    'zh-CN': '您对 {against} 的投诉未予支持，请查看答复。',
    en: 'Your complaint against {against} is dismissed. Please read the answer.',
  },
  complaintAgainstAnswered: {
    'zh-CN': '一件针对贵单位的公开投诉已有答复，请查看。',
    en: 'An open complaint against you is answered. Please read it.',
  },
});

export const voiceSubjects = defineMessages({
  reviewPublished: { 'zh-CN': '您收到一条评价', en: 'You were reviewed' },
  reviewAppealed: { 'zh-CN': '有一条评价申诉待处理', en: 'An appeal against a review waits' },
  reviewUpheld: { 'zh-CN': '评价予以保留', en: 'A review stands' },
  reviewRemoved: { 'zh-CN': '评价已被删除', en: 'A review was removed' },
  complaintFiled: { 'zh-CN': '收到一件新投诉', en: 'A new complaint' },
  complaintResolved: { 'zh-CN': '您的投诉已处理', en: 'Your complaint is resolved' },
  complaintDismissed: { 'zh-CN': '您的投诉未予支持', en: 'Your complaint is dismissed' },
  complaintAgainstAnswered: { 'zh-CN': '针对贵单位的投诉已有答复', en: 'A complaint against you is answered' },
});
