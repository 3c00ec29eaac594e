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

/** Subjects of e-mails: what it is about and no more, for they are shown on locked screens. */
const subjects: Readonly<Record<NotificationKind, Message>> = {
  offerSent: { 'zh-CN': '您收到一份录用邀约', en: 'You have an offer of work' },
  offerToEmployee: { 'zh-CN': '有企业希望借用贵单位员工', en: 'An enterprise asks to borrow your worker' },
  offerAccepted: { 'zh-CN': '您的邀约已被接受', en: 'Your offer was accepted' },
  offerAcceptedByEmployee: { 'zh-CN': '请确认借用邀约', en: 'Please confirm an offer to your worker' },
  offerLapsed: { 'zh-CN': '邀约已失效', en: 'An offer has lapsed' },
  placementPlanned: { 'zh-CN': '派驻已确定', en: 'A placement is agreed' },
  placementStarted: { 'zh-CN': '派驻已开始', en: 'A placement has begun' },
  placementEnded: { 'zh-CN': '派驻已结束', en: 'A placement has ended' },
  applicationSubmitted: { 'zh-CN': '有人应聘', en: 'Somebody applied' },
  employeeInterested: { 'zh-CN': '员工有外派意向', en: 'Your worker would go to another enterprise' },
  proposalsAdded: { 'zh-CN': '新增推荐人选', en: 'More candidates are proposed' },
  consentRequested: { 'zh-CN': '请您答复是否同意共享派出', en: 'Your consent is asked for' },
  consentGranted: { 'zh-CN': '员工已同意共享派出', en: 'A worker consents' },
  consentRefused: { 'zh-CN': '员工未同意共享派出', en: 'A worker does not consent' },
  consentWithdrawn: { 'zh-CN': '员工撤回了同意', en: 'A worker withdrew consent' },
  enterpriseVerified: { 'zh-CN': '贵单位已通过核验', en: 'Your enterprise is verified' },
  enterpriseRejected: { 'zh-CN': '贵单位未通过核验', en: 'Your enterprise was not verified' },
  enterpriseSuspended: { 'zh-CN': '贵单位已被暂停', en: 'Your enterprise was suspended' },
};

export function notificationSubject(kind: NotificationKind, language: Language): string {
  return { 'zh-CN': '共济：', en: 'Gongji: ' }[language] + subjects[kind][language];
}

// Names come from people and imports; no line of our texts and no direction of writing is theirs to begin.
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** The text of a notification in the reader's language, one line. Params named `xZh` and `xEn` are the two sides of `{x}`. */
export function notificationText(kind: NotificationKind, params: MessageParams, language: Language): string {
  const suffix = language === 'en' ? 'En' : 'Zh';
  const chosen = Object.entries(params).map(
    ([name, value]) =>
      [name.endsWith(suffix) ? name.slice(0, -suffix.length) : name, String(value).replace(breaks, ' ')] as const,
  );
  const message: Message = notificationTexts[kind];
  return render(message, language, Object.fromEntries(chosen));
}
