import { defineMessages } from '../i18n/message.js';

export const documentMessages = defineMessages({
  page: { 'zh-CN': '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },
  number: { 'zh-CN': '编号 {number}', en: 'No. {number}' },
});
