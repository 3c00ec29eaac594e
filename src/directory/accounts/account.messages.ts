import { defineMessages } from '../../platform/i18n/message.js';

export const accountMessages = defineMessages({
  loginInvalid: {
    'zh-CN': '须为电子邮箱或中国大陆手机号码。',
    en: 'must be an e-mail address or a mainland China mobile number.',
  },
  loginTaken: { 'zh-CN': '该登录名已注册。', en: 'This login is already registered.' },
  passwordWeak: {
    'zh-CN': '密码过于常见或与登录名相同。',
    en: 'The password is too common, or the same as the login.',
  },
  wrongCredentials: { 'zh-CN': '登录名或密码不正确。', en: 'The login or the password is not right.' },
  ownBlock: { 'zh-CN': '不能停用自己的账号。', en: 'You cannot block your own account.' },
  noteNeeded: { 'zh-CN': '请写明停用的理由。', en: 'Give the reason for blocking it.' },
  sessionOver: { 'zh-CN': '登录已失效，请重新登录。', en: 'The session is over; please log in again.' },
  oneOrigin: {
    'zh-CN': '须且只能给出认领码或个人信息中的一项。',
    en: 'Give either a claim code or a person, not both.',
  },
});
