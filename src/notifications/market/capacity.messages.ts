import { defineMessages } from '../../platform/i18n/message.js';

/** Shared capacity: from what is found to what was worked. `{process}` is named in the reader's language. */
export const capacityTexts = defineMessages({
  capacityProposalsAdded: {
    'zh-CN': '您的产能需求有新的推荐排期：{process}。',
    en: 'New machine hours are proposed for your request of capacity: {process}.',
  },
  capacityRequestExpired: {
    'zh-CN': '您的产能需求已到期，不再为您排期：{process}。',
    en: 'Your request of capacity has expired; nothing is sought for it any more: {process}.',
  },
  capacityHeld: {
    'zh-CN': '{customer} 预占了 {workshop} 的{process}工时（{startsOn} 至 {endsOn}），请确认。',
    en: '{customer} holds hours of {workshop}, {startsOn} to {endsOn}. Please confirm: {process}.',
  },
  capacityConfirmed: {
    'zh-CN': '{owner} 已确认您预订的{process}工时（{startsOn} 至 {endsOn}）。',
    en: '{owner} confirmed the hours that you booked, {startsOn} to {endsOn}: {process}.',
  },
  capacityDeclined: {
    'zh-CN': '{owner} 未同意您预占的{process}工时（{startsOn} 至 {endsOn}）。',
    en: '{owner} declined the hours that you held, {startsOn} to {endsOn}: {process}.',
  },
  capacityReleased: {
    'zh-CN': '{customer} 退订了 {workshop} 的{process}工时（{startsOn} 至 {endsOn}），工时已重新开放。',
    en: '{customer} released hours of {workshop}, {startsOn} to {endsOn}; they are free again: {process}.',
  },
  capacityCancelled: {
    'zh-CN': '{owner} 取消了您预订的{process}工时（{startsOn} 至 {endsOn}），您无须付费。',
    en: '{owner} cancelled the hours that you booked, {startsOn} to {endsOn}, at no cost to you: {process}.',
  },
  capacityHoldExpired: {
    'zh-CN': '{customer} 在 {owner} 预占的{process}工时（{startsOn} 至 {endsOn}）未获确认，已过期。',
    en: 'Hours that {customer} held with {owner}, {startsOn} to {endsOn}, were not confirmed in time: {process}.',
  },
  capacityRecorded: {
    'zh-CN': '{owner} 登记了您预订的{process}实际工时（{startsOn} 至 {endsOn}），如有异议请及时提出。',
    en: '{owner} recorded what was worked of your booking, {startsOn} to {endsOn}. Object in time if it is wrong: {process}.',
  },
  capacityObjected: {
    'zh-CN': '{customer} 对 {workshop} 登记的{process}工时有异议，请答复。',
    en: '{customer} objects to the hours recorded for {workshop}. Please answer: {process}.',
  },
});

export const capacitySubjects = defineMessages({
  capacityProposalsAdded: { 'zh-CN': '新增推荐排期', en: 'Capacity is proposed' },
  capacityRequestExpired: { 'zh-CN': '产能需求已到期', en: 'A request of capacity has expired' },
  capacityHeld: { 'zh-CN': '请确认预占的工时', en: 'Please confirm hours held with you' },
  capacityConfirmed: { 'zh-CN': '预订的工时已确认', en: 'Your hours are confirmed' },
  capacityDeclined: { 'zh-CN': '预占的工时未获同意', en: 'Your hours were declined' },
  capacityReleased: { 'zh-CN': '对方退订了工时', en: 'Hours booked with you were released' },
  capacityCancelled: { 'zh-CN': '预订的工时被取消', en: 'Your hours were cancelled' },
  capacityHoldExpired: { 'zh-CN': '预占的工时已过期', en: 'A hold of hours has expired' },
  capacityRecorded: { 'zh-CN': '实际工时已登记', en: 'The hours worked are recorded' },
  capacityObjected: { 'zh-CN': '对方对登记的工时有异议', en: 'Recorded hours are objected to' },
});
