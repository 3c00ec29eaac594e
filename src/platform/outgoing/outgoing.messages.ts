import { defineMessages } from '../i18n/message.js';

export const outgoingMessages = defineMessages({
  notAUrl: { 'zh-CN': '请填写完整网址，以 https:// 开头。', en: 'Give a whole address that begins with https://.' },
  plainUrl: {
    'zh-CN': '网址中不能有用户名、密码或 # 之后的部分。',
    en: 'The address must have no user name, no password and nothing after a #.',
  },
  httpsOnly: { 'zh-CN': '只接受 https 网址。', en: 'Only https is accepted.' },
  standardPort: { 'zh-CN': '只能使用标准端口 443。', en: 'Only the standard port 443 is accepted.' },
  notPublic: {
    'zh-CN': '该地址不在公共互联网上。',
    en: 'This address is not one of the public Internet.',
  },
  unknownHost: { 'zh-CN': '找不到该域名。', en: 'This host name cannot be found.' },
});
