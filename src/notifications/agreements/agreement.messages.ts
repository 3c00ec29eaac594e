import { defineMessages } from '../../platform/i18n/message.js';

/** What two enterprises write and sign. */
export const agreementTexts = defineMessages({
  termsProposed: {
    'zh-CN': '协议 {number} 有新的条款，请查看（{host} 与 {lender}）。',
    en: 'There are new terms of agreement {number} between {host} and {lender}. Please look.',
  },
  agreementIssued: {
    'zh-CN': '协议 {number} 的文本已定稿，等待双方签署；{expiresAt} 前未签署即失效。',
    en: 'The text of agreement {number} is final and waits for both signatures. It lapses at {expiresAt}.',
  },
  agreementSigned: {
    'zh-CN': '对方已签署协议 {number}，请贵单位签署。',
    en: 'The other side has signed agreement {number}. Please sign it too.',
  },
  agreementConcluded: {
    'zh-CN': '协议 {number} 已由双方签署，{startsOn} 至 {endsOn}。',
    en: 'Both sides have signed agreement {number}, {startsOn} to {endsOn}.',
  },
  agreementRejected: {
    'zh-CN': '对方终止了协议 {number} 的协商。',
    en: 'The other side ended the negotiation of agreement {number}.',
  },
  negotiationLapsed: {
    'zh-CN': '协议 {number} 的协商逾期无人推进，已失效。',
    en: 'The negotiation of agreement {number} has lapsed: nobody moved it in time.',
  },
  agreementEnded: {
    'zh-CN': '协议 {number} 已结束（{host} 与 {lender}）。',
    en: 'Agreement {number} between {host} and {lender} has ended.',
  },
  signatureDue: {
    'zh-CN': '协议 {number} 尚未由双方签署，将于 {expiresAt} 失效。',
    en: 'Agreement {number} is not signed by both and lapses at {expiresAt}.',
  },
});

export const agreementSubjects = defineMessages({
  termsProposed: { 'zh-CN': '合作协议有新条款', en: 'New terms of an agreement' },
  agreementIssued: { 'zh-CN': '合作协议待签署', en: 'An agreement waits for signatures' },
  agreementSigned: { 'zh-CN': '对方已签署协议', en: 'The other side has signed' },
  agreementConcluded: { 'zh-CN': '合作协议已由双方签署', en: 'An agreement is concluded' },
  agreementRejected: { 'zh-CN': '协议协商已被对方终止', en: 'The other side ended a negotiation' },
  negotiationLapsed: { 'zh-CN': '协议协商已失效', en: 'A negotiation has lapsed' },
  agreementEnded: { 'zh-CN': '合作协议已结束', en: 'An agreement has ended' },
  signatureDue: { 'zh-CN': '协议即将失效，请签署', en: 'An agreement is about to lapse' },
});
