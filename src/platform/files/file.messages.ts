import { defineMessages } from '../i18n/message.js';

export const fileMessages = defineMessages({
  noFile: {
    'zh-CN': '请以 multipart/form-data 上传文件，字段名为 file。',
    en: 'Send the file as multipart/form-data in the field “file”.',
  },
  tooLarge: { 'zh-CN': '文件不能超过 {megabytes} MB。', en: 'The file must not exceed {megabytes} MB.' },
  kind: { 'zh-CN': '文件须为 PNG、JPEG 或 PDF。', en: 'The file must be a PNG, a JPEG or a PDF.' },
  tooMany: {
    'zh-CN': '已上传过多文件（最多 {max} 个）。',
    en: 'Too many files were handed in already (at most {max}).',
  },
});
