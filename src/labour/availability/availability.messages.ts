import { defineMessages } from '../../platform/i18n/message.js';

export const availabilityMessages = defineMessages({
  endsInPast: {
    'zh-CN': '结束日期不能早于今天（{today}）。',
    en: 'The end date must not be before today ({today}).',
  },
  endsTooFar: {
    'zh-CN': '结束日期不能晚于 {latest}（两年内）。',
    en: 'The end date must not be after {latest} (two years ahead).',
  },
  setByEmployer: {
    'zh-CN': '您有原单位，可用时段由原单位的富余人员清单确定；是否外派由您同意或拒绝。',
    en: 'You have an employer, whose surplus listing sets when you are available; whether you are lent is yours to grant or refuse.',
  },
  overlaps: {
    'zh-CN': '该员工在此期间已有可用时段。',
    en: 'The worker already has an availability in this period.',
  },
});
