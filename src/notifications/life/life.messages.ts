import { defineMessages } from '../../platform/i18n/message.js';

/** What goes otherwise than planned: returns, extensions, no-shows, accidents, employers that are gone. */
export const lifeTexts = defineMessages({
  returnRequested: {
    'zh-CN': '有一方请求提前结束派驻（{host}，{work}），请答复。',
    en: 'A side asks to end the placement early ({work} at {host}). Please answer.',
  },
  returnNoticed: {
    'zh-CN': '已收到退回通知：派驻（{host}，{work}）将于 {on} 结束。',
    en: 'Notice was given: the placement ({work} at {host}) ends on {on}.',
  },
  returnEffective: {
    'zh-CN': '派驻已提前结束：{host}，{work}，最后一天 {on}。',
    en: 'The placement has ended early: {work} at {host}, last day {on}.',
  },
  returnEnded: {
    'zh-CN': '提前结束派驻的请求未成立（{host}，{work}）。',
    en: 'The request to end the placement early is off ({work} at {host}).',
  },
  returnObjected: {
    'zh-CN': '一名员工对被退回提出异议（{host}，{work}）。',
    en: 'A worker objects to being sent back ({work} at {host}).',
  },
  noShowReported: {
    'zh-CN': '{host} 报告您未到岗（{work}，{startsOn}）。由此可能有限制；您可在 {appealBy} 前申诉。',
    en: '{host} reports that you did not come ({work}, {startsOn}). A restriction may follow; you may appeal until {appealBy}.',
  },
  employeeNoShow: {
    'zh-CN': '{host} 报告贵单位一名员工未到岗（{work}，{startsOn}）。',
    en: '{host} reports that one of your workers did not come ({work}, {startsOn}).',
  },
  penaltyAppealed: {
    'zh-CN': '有一项未到岗处罚的申诉待处理（{host}，{work}）。',
    en: 'An appeal against a no-show penalty waits for a decision ({work} at {host}).',
  },
  penaltyUpheld: {
    'zh-CN': '针对未到岗的限制成立，{from} 至 {until}（{host}，{work}）。',
    en: 'The restriction for a no-show stands, {from} to {until} ({work} at {host}).',
  },
  penaltyLifted: {
    'zh-CN': '针对未到岗的限制已撤销（{host}，{work}）。',
    en: 'The restriction for a no-show was lifted ({work} at {host}).',
  },
  extensionProposed: {
    'zh-CN': '有一方提议将派驻（{host}，{work}）延长至 {on}，请在 {expiresAt} 前答复。',
    en: 'It is proposed to extend the placement ({work} at {host}) to {on}. Please answer until {expiresAt}.',
  },
  extensionAgreed: {
    'zh-CN': '各方已同意：派驻（{host}，{work}）延长至 {on}。',
    en: 'All agree: the placement ({work} at {host}) is extended to {on}.',
  },
  extensionEnded: {
    'zh-CN': '延长派驻（{host}，{work}）的提议未获同意或已逾期。',
    en: 'The proposal to extend the placement ({work} at {host}) was declined or not answered in time.',
  },
  injuryReported: {
    'zh-CN': '{occurredOn} 发生一起工作事故（{host}）；工伤认定申请期限至 {fileBy}。',
    en: 'An accident at work happened on {occurredOn} ({host}). Recognition is to be filed for by {fileBy}.',
  },
  injuryDueSoon: {
    'zh-CN': '{occurredOn} 的事故（{host}）尚未申请工伤认定，期限至 {fileBy}。',
    en: 'Nobody has filed for the accident of {occurredOn} ({host}) yet. It is due by {fileBy}.',
  },
  injuryOverdue: {
    'zh-CN': '{occurredOn} 的事故（{host}）逾期未由单位申请工伤认定；员工本人可在 {workerUntil} 前申请。',
    en: 'The employer did not file for the accident of {occurredOn} ({host}) in time. The worker may file until {workerUntil}.',
  },
  injuryOverdueInRegion: {
    'zh-CN': '{host} 于 {occurredOn} 发生的事故逾期未申请工伤认定（期限 {fileBy}）。',
    en: 'An accident at {host} on {occurredOn} was not filed for by {fileBy}.',
  },
  lenderLost: {
    'zh-CN': '人社部门登记贵单位自 {on} 起破产或注销；派出人员的派驻已停止。',
    en: 'The bureau recorded that your enterprise is bankrupt or deregistered as of {on}; its loans have stopped.',
  },
  employerLost: {
    'zh-CN': '{lender} 自 {on} 起破产或注销，共享派出已停止；您可以自行应聘。',
    en: '{lender} is bankrupt or deregistered as of {on}; being lent has stopped. You may apply for work yourself.',
  },
  partnerLost: {
    'zh-CN': '{lender} 自 {on} 起破产或注销，其派到贵单位的人员的派驻已停止。',
    en: '{lender} is bankrupt or deregistered as of {on}; the placements of its workers with you have stopped.',
  },
});

export const lifeSubjects = defineMessages({
  returnRequested: { 'zh-CN': '有人请求提前结束派驻', en: 'An early end is asked for' },
  returnNoticed: { 'zh-CN': '派驻将提前结束', en: 'A placement will end early' },
  returnEffective: { 'zh-CN': '派驻已提前结束', en: 'A placement has ended early' },
  returnEnded: { 'zh-CN': '提前结束的请求已作罢', en: 'A request for an early end is off' },
  returnObjected: { 'zh-CN': '有员工对退回提出异议', en: 'A worker objects to being sent back' },
  noShowReported: { 'zh-CN': '用工企业报告您未到岗', en: 'You were reported as a no-show' },
  employeeNoShow: { 'zh-CN': '员工未到岗', en: 'A worker of yours did not come' },
  penaltyAppealed: { 'zh-CN': '有一项处罚申诉待处理', en: 'An appeal against a penalty waits' },
  penaltyUpheld: { 'zh-CN': '限制已确认', en: 'A penalty stands' },
  penaltyLifted: { 'zh-CN': '限制已撤销', en: 'A penalty was lifted' },
  extensionProposed: { 'zh-CN': '有人提议延长派驻', en: 'A later end is proposed' },
  extensionAgreed: { 'zh-CN': '派驻已延长', en: 'A placement is extended' },
  extensionEnded: { 'zh-CN': '派驻未延长', en: 'A placement is not extended' },
  injuryReported: { 'zh-CN': '报告了一起工伤事故', en: 'An accident at work is reported' },
  injuryDueSoon: { 'zh-CN': '工伤认定申请即将到期', en: 'Filing for an accident is due soon' },
  injuryOverdue: { 'zh-CN': '工伤认定申请已逾期', en: 'Filing for an accident is overdue' },
  injuryOverdueInRegion: { 'zh-CN': '辖区内有工伤逾期未申报', en: 'An accident in your region was not filed for' },
  lenderLost: { 'zh-CN': '贵单位已被登记为灭失', en: 'Your enterprise is recorded as gone' },
  employerLost: { 'zh-CN': '您的原单位已灭失', en: 'Your employer is gone' },
  partnerLost: { 'zh-CN': '合作的原单位已灭失', en: 'An enterprise that lent to you is gone' },
});
