import { defineMessages } from '../../platform/i18n/message.js';

export const surplusMessages = defineMessages({
  lines: { 'zh-CN': '须有 1 到 {max} 行', en: 'must have 1 to {max} lines' },
  unknownCode: { 'zh-CN': '职业或地区不在目录中。', en: 'The catalogue does not have the occupation or region.' },
  headNotOffered: {
    'zh-CN': '该名额已不在富余人员清单中。',
    en: 'This head is not on offer any more.',
  },
});
