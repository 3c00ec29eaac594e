import { defineMessages } from '../../platform/i18n/message.js';

export const reviewMessages = defineMessages({
  notEnded: { 'zh-CN': '派驻结束后才能评价。', en: 'A placement is reviewed once it has ended.' },
  tooLate: {
    'zh-CN': '评价期已过（派驻结束后 {days} 天内）。',
    en: 'It is too late for a review ({days} days after the placement ended).',
  },
  once: { 'zh-CN': '您已评价过该派驻。', en: 'You have reviewed this placement already.' },
  scoreMissing: { 'zh-CN': '请给出该项评分（1–5）。', en: 'Give this score, 1 to 5.' },
  scoreUnasked: { 'zh-CN': '您不评价该项。', en: 'This is not yours to score.' },
  repliedAlready: { 'zh-CN': '您已回复过。', en: 'You have replied already.' },
  notPublished: { 'zh-CN': '该评价目前不公开。', en: 'The review is not published now.' },
});
