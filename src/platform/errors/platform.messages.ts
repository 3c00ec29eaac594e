import { defineMessages } from '../i18n/message.js';
import type { Refusal } from './refusal.js';

export const platformMessages = defineMessages({
  internal: {
    'zh-CN': '服务出现故障，请稍后再试（编号 {requestId}）。',
    en: 'Something went wrong on our side; please try again later (reference {requestId}).',
  },
  unavailable: {
    'zh-CN': '服务暂时不可用，请稍后再试。',
    en: 'The service is not available right now; please try again shortly.',
  },
  unauthenticated: { 'zh-CN': '请先登录。', en: 'Please log in first.' },
  forbidden: { 'zh-CN': '您没有权限执行此操作。', en: 'You are not allowed to do this.' },
  otherSite: {
    'zh-CN': '请求来自其他网站，已被拒绝。',
    en: 'The request came from another site and was refused.',
  },
  notFound: { 'zh-CN': '未找到该记录。', en: 'Not found.' },
  requestRefused: { 'zh-CN': '请求不被接受：{reason}', en: 'The request was refused: {reason}' },
  invalidValue: { 'zh-CN': '“{field}”的值无效。', en: 'The value of “{field}” is not valid.' },
  unknownField: { 'zh-CN': '“{field}”不是可接受的字段。', en: '“{field}” is not an accepted field.' },
  keyReused: {
    'zh-CN': '该幂等键已用于另一个请求。',
    en: 'This idempotency key was already used for a different request.',
  },
  illegalTransition: {
    'zh-CN': '当前状态为“{state}”，不能变为“{next}”。',
    en: 'The state is “{state}”; it cannot become “{next}”.',
  },
  tryAgain: { 'zh-CN': '与其他操作冲突，请重试。', en: 'This collided with another change; please try again.' },
  rateLimited: {
    'zh-CN': '操作过于频繁，请在 {seconds} 秒后重试。',
    en: 'Too many attempts; please try again in {seconds} seconds.',
  },
});

export const notFound = (field?: string): Refusal => ({
  code: 'NOT_FOUND',
  message: platformMessages.notFound,
  ...(field ? { field } : {}),
});
export const forbidden: Refusal = { code: 'FORBIDDEN', message: platformMessages.forbidden };
export const unauthenticated: Refusal = { code: 'UNAUTHENTICATED', message: platformMessages.unauthenticated };
export const tryAgain: Refusal = { code: 'CONFLICT', message: platformMessages.tryAgain };
export const unavailable: Refusal = { code: 'UNAVAILABLE', message: platformMessages.unavailable };
