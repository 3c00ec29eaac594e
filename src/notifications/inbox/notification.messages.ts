import {
  defineMessages,
  type Language,
  type Message,
  type MessageParams,
  render,
} from '../../platform/i18n/message.js';

/**
 * What people are told. `{work}` is the occupation in the reader's language, `{host}` and `{lender}` are names of
 * enterprises; no text names a worker.
 */
export const notificationTexts = defineMessages({
  offerSent: {
    'zh-CN': '{host} 邀请您担任{work}（{startsOn} 至 {endsOn}），请查看并答复。',
    en: '{host} offers you work as {work}, {startsOn} to {endsOn}. Please look and answer.',
  },
  offerToEmployee: {
    'zh-CN': '{host} 希望借用贵单位一名员工（{work}，{startsOn} 至 {endsOn}）。',
    en: '{host} asks to borrow one of your workers as {work}, {startsOn} to {endsOn}.',
  },
  offerAccepted: {
    'zh-CN': '您的邀约已被接受：{work}，{startsOn} 至 {endsOn}。',
    en: 'Your offer was accepted: {work}, {startsOn} to {endsOn}.',
  },
  offerAcceptedByEmployee: {
    'zh-CN': '贵单位员工已接受 {host} 的邀约（{work}），请确认。',
    en: 'Your worker accepted the offer of {host} ({work}). Please confirm it.',
  },
  offerLapsed: {
    'zh-CN': '邀约已失效（{work}，{startsOn} 至 {endsOn}）。',
    en: 'The offer has lapsed ({work}, {startsOn} to {endsOn}).',
  },
  placementPlanned: {
    'zh-CN': '派驻已确定：{host}，{work}，{startsOn} 至 {endsOn}。',
    en: 'A placement is agreed: {work} at {host}, {startsOn} to {endsOn}.',
  },
  placementStarted: { 'zh-CN': '派驻已开始：{host}，{work}。', en: 'A placement has begun: {work} at {host}.' },
  placementEnded: { 'zh-CN': '派驻已结束：{host}，{work}。', en: 'A placement has ended: {work} at {host}.' },
  applicationSubmitted: { 'zh-CN': '有人应聘您的{work}需求。', en: 'Somebody applied for your need of {work}.' },
  employeeInterested: {
    'zh-CN': '贵单位一名员工有意到 {host} 担任{work}，可由贵单位以共享用工方式派出。',
    en: 'One of your workers would go to {host} as {work}; you may lend them.',
  },
  proposalsAdded: {
    'zh-CN': '您的{work}需求新增 {added} 名推荐人选。',
    en: '{added} more candidates are proposed for your need of {work}.',
  },
  consentRequested: {
    'zh-CN': '{lender} 请您同意在 {startsOn} 至 {endsOn} 期间被共享派出；不答复即为不同意。',
    en: '{lender} asks for your consent to be lent, {startsOn} to {endsOn}. No answer means no.',
  },
  consentGranted: { 'zh-CN': '一名员工已同意共享派出。', en: 'One of your workers consents to be lent.' },
  consentRefused: { 'zh-CN': '一名员工未同意共享派出。', en: 'One of your workers does not consent to be lent.' },
  consentWithdrawn: {
    'zh-CN': '一名员工撤回了同意；相关派驻已结束。',
    en: 'One of your workers withdrew consent; placements under it have ended.',
  },
  enterpriseVerified: {
    'zh-CN': '贵单位已通过核验，可以发布用工和富余人员。',
    en: 'Your enterprise is verified; you can publish needs and surplus.',
  },
  enterpriseRejected: { 'zh-CN': '贵单位未通过核验：{note}', en: 'Your enterprise was not verified: {note}' },
  enterpriseSuspended: { 'zh-CN': '贵单位已被暂停：{note}', en: 'Your enterprise was suspended: {note}' },
});

export type NotificationKind = keyof typeof notificationTexts;

/** The text of a notification in the reader's language. Params named `xZh` and `xEn` are the two sides of `{x}`. */
export function notificationText(kind: NotificationKind, params: MessageParams, language: Language): string {
  const suffix = language === 'en' ? 'En' : 'Zh';
  const chosen = Object.entries(params).map(
    ([name, value]) => [name.endsWith(suffix) ? name.slice(0, -suffix.length) : name, value] as const,
  );
  const message: Message = notificationTexts[kind];
  return render(message, language, Object.fromEntries(chosen));
}
