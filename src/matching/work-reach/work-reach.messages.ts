import { defineMessages } from '../../platform/i18n/message.js';
import type { WhyStanding } from './work-reach.service.js';

/** To the worker, of their own chances. */
export const standingMessages = defineMessages<WhyStanding>({
  proposed: { 'zh-CN': '已为您推荐这份工作。', en: 'This work is proposed to you.' },
  proposed_elsewhere: {
    'zh-CN': '您符合要求；目前为您推荐了另一份更合适的工作。',
    en: 'You fit; another job that suits better is proposed to you now.',
  },
  others: {
    'zh-CN': '您符合要求；目前名额推荐给了更合适的人。有变化时会自动重新匹配。',
    en: 'You fit; the seats are proposed to people who fit better now. It is matched again by itself when anything changes.',
  },
  obstacles: { 'zh-CN': '有条件不符合：', en: 'Something does not fit:' },
  other_work: {
    'zh-CN': '这不是您登记的工种，或时间对不上。',
    en: 'It is not the work you are registered for, or not at that time.',
  },
  not_looking: {
    'zh-CN': '您目前没有在找工作，或已有邀约。',
    en: 'You are not looking for work now, or an offer is open.',
  },
  full: { 'zh-CN': '名额已发出邀约或已满。', en: 'Its seats are offered or taken.' },
});

export const openingMessages = defineMessages({
  WAGE: { 'zh-CN': '降低期望工资', en: 'ask for a lower wage' },
  DISTANCE: { 'zh-CN': '愿意去更远的地方', en: 'go farther' },
  LEVEL: { 'zh-CN': '提高技能等级', en: 'reach a higher skill level' },
  CERTIFICATE: { 'zh-CN': '取得证书', en: 'get a certificate' },
  PERIOD: { 'zh-CN': '延长可工作时间', en: 'be there for longer' },
});
