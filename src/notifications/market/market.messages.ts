import { defineMessages } from '../../platform/i18n/message.js';

/** What happens before a deal: needs, candidates, offers, consents. */
export const marketTexts = defineMessages({
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
  applicationSubmitted: { 'zh-CN': '有人应聘您的{work}需求。', en: 'Somebody applied for your need of {work}.' },
  employeeInterested: {
    'zh-CN': '贵单位一名员工有意到 {host} 担任{work}，可由贵单位以共享用工方式派出。',
    en: 'One of your workers would go to {host} as {work}; you may lend them.',
  },
  proposalsAdded: {
    'zh-CN': '您的{work}需求新增 {added} 名推荐人选。',
    en: '{added} more candidates are proposed for your need of {work}.',
  },
  needExpired: {
    'zh-CN': '您的{work}需求已到期，不再招人。',
    en: 'Your need of {work} has expired; nobody is sought for it any more.',
  },
  needRemoved: {
    'zh-CN': '人社部门撤下了您的{work}需求：{note}',
    en: 'The bureau took down your need of {work}: {note}',
  },
  needGone: {
    'zh-CN': '您应聘的岗位已结束招人：{host}，{work}。',
    en: 'The work you applied for is closed: {work} at {host}.',
  },
  surplusExpired: {
    'zh-CN': '贵单位 {startsOn} 至 {endsOn} 的富余人员清单已到期。',
    en: 'Your list of surplus for {startsOn} to {endsOn} has expired.',
  },
  savedSearchMatched: {
    'zh-CN': '您保存的搜索“{search}”有新岗位：{host}，{work}。',
    en: 'New work fits your search “{search}”: {work} at {host}.',
  },
  savedSearchMatchedMany: {
    'zh-CN': '您保存的搜索“{search}”有 {found} 个新岗位，其中有 {host} 的{work}。',
    en: '{found} new jobs fit your search “{search}”, {work} at {host} among them.',
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
  consentExpired: {
    'zh-CN': '由 {lender} 共享派出（{startsOn} 至 {endsOn}）的同意或征求已到期，不再有效。',
    en: 'Consent to be lent by {lender}, {startsOn} to {endsOn}, has expired: it is neither asked for nor in force any more.',
  },
  consentExpiredOfEmployee: {
    'zh-CN': '一名员工 {startsOn} 至 {endsOn} 的共享派出同意已到期或未获答复。',
    en: 'The consent of one of your workers, {startsOn} to {endsOn}, has expired or was not answered.',
  },
});

export const marketSubjects = defineMessages({
  offerSent: { 'zh-CN': '您收到一份录用邀约', en: 'You have an offer of work' },
  offerToEmployee: { 'zh-CN': '有企业希望借用贵单位员工', en: 'An enterprise asks to borrow your worker' },
  offerAccepted: { 'zh-CN': '您的邀约已被接受', en: 'Your offer was accepted' },
  offerAcceptedByEmployee: { 'zh-CN': '请确认借用邀约', en: 'Please confirm an offer to your worker' },
  offerLapsed: { 'zh-CN': '邀约已失效', en: 'An offer has lapsed' },
  applicationSubmitted: { 'zh-CN': '有人应聘', en: 'Somebody applied' },
  employeeInterested: { 'zh-CN': '员工有外派意向', en: 'Your worker would go to another enterprise' },
  proposalsAdded: { 'zh-CN': '新增推荐人选', en: 'More candidates are proposed' },
  needExpired: { 'zh-CN': '用工需求已到期', en: 'A need has expired' },
  needRemoved: { 'zh-CN': '用工需求已被撤下', en: 'A need was taken down' },
  needGone: { 'zh-CN': '您应聘的岗位已结束', en: 'Work you applied for is closed' },
  surplusExpired: { 'zh-CN': '富余人员清单已到期', en: 'A list of surplus has expired' },
  savedSearchMatched: { 'zh-CN': '有符合您搜索的新岗位', en: 'New work fits your search' },
  savedSearchMatchedMany: { 'zh-CN': '有多个符合您搜索的新岗位', en: 'More new work fits your search' },
  consentRequested: { 'zh-CN': '请您答复是否同意共享派出', en: 'Your consent is asked for' },
  consentGranted: { 'zh-CN': '员工已同意共享派出', en: 'A worker consents' },
  consentRefused: { 'zh-CN': '员工未同意共享派出', en: 'A worker does not consent' },
  consentWithdrawn: { 'zh-CN': '员工撤回了同意', en: 'A worker withdrew consent' },
  consentExpired: { 'zh-CN': '共享派出的征求已到期', en: 'A consent has expired' },
  consentExpiredOfEmployee: { 'zh-CN': '员工的同意已到期', en: 'A worker’s consent has expired' },
});
