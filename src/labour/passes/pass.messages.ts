import { defineMessages } from '../../platform/i18n/message.js';

/** One for each way in which a pass can fail; the name of the message is the code of the problem. */
export const passProblemMessages = defineMessages({
  MALFORMED: { 'zh-CN': '这不是上岗码。', en: 'This is not a work pass.' },
  NOT_OURS: {
    'zh-CN': '该上岗码不是本平台签发的，或已被改动。',
    en: 'This work pass was not issued here, or it has been changed.',
  },
  NOT_FROM_DEVICE: {
    'zh-CN': '该上岗码不是由本人手机生成的。',
    en: 'This work pass was not made by the phone that it belongs to.',
  },
  EXPIRED: {
    'zh-CN': '上岗码已过期，请联网后重新打开上岗码。',
    en: 'This work pass has expired; open it again with the phone online.',
  },
  STALE: {
    'zh-CN': '该上岗码已失效（截图无效）。请出示手机上正在显示的上岗码，并开启手机的自动时间。',
    en: 'This code is too old (a screenshot does not count). Show the one on the phone now, with its clock set automatically.',
  },
  AHEAD: {
    'zh-CN': '手机时间过快，请开启手机的自动时间后重试。',
    en: 'The phone’s clock is ahead; set it automatically and try again.',
  },
  REVOKED: {
    'zh-CN': '该上岗码已被更新的上岗码取代，请在最近使用的手机上打开。',
    en: 'A newer work pass has replaced this one; open it on the phone that was used last.',
  },
  ENDED: { 'zh-CN': '该派驻已结束或取消。', en: 'This placement has ended or was cancelled.' },
  NOT_TODAY: { 'zh-CN': '今天不在派驻期间内。', en: 'Today is not within the period of this placement.' },
  ALREADY_USED: {
    'zh-CN': '该上岗码刚刚使用过，请等待手机显示下一个。',
    en: 'This code has just been used; wait for the next one on the phone.',
  },
  OTHER_HOST: { 'zh-CN': '该员工派驻在另一家用工企业。', en: 'This worker is placed at another host.' },
});

export type PassProblem = keyof typeof passProblemMessages;

export const passMessages = defineMessages({
  deviceKey: {
    'zh-CN': '须为 P-256 公钥（JWK），不含私钥。',
    en: 'must be a public P-256 key as JWK, without its private half',
  },
});
