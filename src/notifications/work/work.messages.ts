import { defineMessages } from '../../platform/i18n/message.js';

/** Placements from plan to end, and the days worked in them. */
export const workTexts = defineMessages({
  placementPlanned: {
    'zh-CN': '派驻已确定：{host}，{work}，{startsOn} 至 {endsOn}。',
    en: 'A placement is agreed: {work} at {host}, {startsOn} to {endsOn}.',
  },
  placementStarted: { 'zh-CN': '派驻已开始：{host}，{work}。', en: 'A placement has begun: {work} at {host}.' },
  placementEnded: { 'zh-CN': '派驻已结束：{host}，{work}。', en: 'A placement has ended: {work} at {host}.' },
  placementShortened: {
    'zh-CN': '合作协议提前终止，派驻（{host}，{work}）的最后一天改为 {endsOn}。',
    en: 'The agreement ends early: the last day of the placement ({work} at {host}) is now {endsOn}.',
  },
  placementPaused: {
    'zh-CN': '派驻（{host}，{work}）自 {pausedFrom} 至 {pausedUntil} 暂停。',
    en: 'The placement ({work} at {host}) is paused from {pausedFrom} to {pausedUntil}.',
  },
  placementResumed: { 'zh-CN': '派驻已恢复：{host}，{work}。', en: 'The placement goes on: {work} at {host}.' },
  termsUnconfirmed: {
    'zh-CN': '您将于 {startsOn} 到 {host} 担任{work}，请先阅读并确认工作条件；未确认不能上岗。',
    en: 'You begin as {work} at {host} on {startsOn}. Please read and confirm the terms; without that you cannot begin.',
  },
  workPassReplaced: {
    'zh-CN': '您的上岗码已在另一部手机上启用，原手机上的不再有效；如非本人操作，请立即更改密码。',
    en: 'Your work pass was issued on another phone and no longer works on the old one. If that was not you, change your password at once.',
  },
  attendanceToConfirm: {
    'zh-CN': '{host} 已记录您的工时，请核对并确认。',
    en: '{host} has recorded your hours. Please check and confirm them.',
  },
  attendanceDisputed: {
    'zh-CN': '{day} 的考勤有异议（{host}，{work}），请查看。',
    en: 'The record of {day} is disputed ({work} at {host}). Please look.',
  },
  attendanceResolved: {
    'zh-CN': '{day} 的考勤异议已解决（{host}，{work}）。',
    en: 'The dispute about {day} is settled ({work} at {host}).',
  },
});

export const workSubjects = defineMessages({
  placementPlanned: { 'zh-CN': '派驻已确定', en: 'A placement is agreed' },
  placementStarted: { 'zh-CN': '派驻已开始', en: 'A placement has begun' },
  placementEnded: { 'zh-CN': '派驻已结束', en: 'A placement has ended' },
  placementShortened: { 'zh-CN': '派驻提前到期', en: 'A placement ends earlier' },
  placementPaused: { 'zh-CN': '派驻已暂停', en: 'A placement is paused' },
  placementResumed: { 'zh-CN': '派驻已恢复', en: 'A placement goes on' },
  termsUnconfirmed: { 'zh-CN': '请确认派驻条件', en: 'Please confirm the terms of your work' },
  workPassReplaced: { 'zh-CN': '上岗码已转到另一部手机', en: 'Your work pass is on another phone' },
  attendanceToConfirm: { 'zh-CN': '请核对考勤', en: 'Please check your hours' },
  attendanceDisputed: { 'zh-CN': '考勤有异议', en: 'A day of work is disputed' },
  attendanceResolved: { 'zh-CN': '考勤异议已解决', en: 'A dispute about a day is settled' },
});
