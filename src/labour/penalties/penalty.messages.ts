import { defineMessages } from '../../platform/i18n/message.js';

export const penaltyMessages = defineMessages({
  cameToWork: {
    'zh-CN': '该员工已有考勤记录，不能记为未到岗。',
    en: 'There is attendance of this worker, so it is no no-show.',
  },
  appealTooLate: { 'zh-CN': '申诉期限已过。', en: 'The time to appeal has passed.' },
  notAppealed: { 'zh-CN': '只有被申诉的记录需要裁定。', en: 'Only what was appealed is decided.' },
});
