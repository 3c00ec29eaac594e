import { defineMessages } from '../../platform/i18n/message.js';

export const workingTimeMessages = defineMessages({
  monthlyOvertime: {
    'zh-CN': '本月加班已达 {hours} 小时（两家单位合计），上限为每月 {limit} 小时。',
    en: 'Overtime of this month is {hours} hours over both employers; the limit is {limit} hours a month.',
  },
  dailyOvertime: {
    'zh-CN': '{day} 加班 {hours} 小时（两家单位合计），超过 {limit} 小时。',
    en: 'Overtime on {day} is {hours} hours over both employers, more than {limit}.',
  },
  noRestDay: {
    'zh-CN': '{day} 是连续工作的第 {days} 天；每周至少应休息一日。',
    en: '{day} is day {days} of work in a row; there must be one day of rest a week.',
  },
  noBreak: {
    'zh-CN': '{day} 连续工作超过 {limit} 小时，未记录休息时间。',
    en: 'On {day} a shift of more than {limit} hours has no break on record.',
  },
});
