import { defineMessages } from '../../platform/i18n/message.js';

export const complaintMessages = defineMessages({
  aboutWhat: {
    'zh-CN': '请指明派驻或被投诉的企业。',
    en: 'Name the placement, or the enterprise that it is against.',
  },
  againstOneself: { 'zh-CN': '不能投诉本企业。', en: 'An enterprise cannot complain about itself.' },
  reportedAlready: {
    'zh-CN': '您已举报过该岗位，人社部门正在处理。',
    en: 'You have reported this post already; the bureau is looking at it.',
  },
  postRemoved: { 'zh-CN': '该岗位已由人社部门撤下：{reason}', en: 'The bureau took the post down: {reason}' },
  postLooked: { 'zh-CN': '已受理。', en: 'Taken up.' },
});
