import { defineMessages } from '../i18n/message.js';

export const signingMessages = defineMessages({
  sealed: {
    'zh-CN': '该文件由本平台签章，自签章以来未被改动。',
    en: 'This installation sealed this file, and it has not been changed since.',
  },
  unknown: {
    'zh-CN': '这不是本平台签章的文件，或文件已被改动。',
    en: 'This is no file that this installation sealed, or it has been changed.',
  },
  broken: {
    'zh-CN': '本平台存有该文件，但其签章无法验证，请联系平台运营方。',
    en: 'This installation knows the file, but its seal does not verify; please tell the operator.',
  },
  noFile: {
    'zh-CN': '请以 multipart 方式上传文件（字段 file）。',
    en: 'Upload the file as multipart, in a field `file`.',
  },
  tooLarge: { 'zh-CN': '文件不能超过 5 MB。', en: 'The file must not be larger than 5 MB.' },
});
