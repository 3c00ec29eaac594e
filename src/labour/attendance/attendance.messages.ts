import { defineMessages } from '../../platform/i18n/message.js';

export const attendanceMessages = defineMessages({
  notActive: {
    'zh-CN': '该派驻未在岗（状态：{state}），不能记录考勤。',
    en: 'The placement is not active ({state}), so no attendance can be recorded.',
  },
  outsidePeriod: {
    'zh-CN': '日期不在派驻期间（{startsOn} 至 {endsOn}）内。',
    en: 'The day is outside the placement’s period ({startsOn} to {endsOn}).',
  },
  future: { 'zh-CN': '不能记录尚未发生的考勤。', en: 'What lies in the future cannot be recorded.' },
  otherDay: {
    'zh-CN': '上班时间不在该日期（{day}）；跨夜班次记在开始的日期。',
    en: 'The check-in is not on that day ({day}); a shift over midnight belongs to the day on which it begins.',
  },
  outBeforeIn: { 'zh-CN': '下班时间须晚于上班时间。', en: 'The check-out must be after the check-in.' },
  tooLong: { 'zh-CN': '一个班次不能超过 24 小时。', en: 'A shift cannot be longer than 24 hours.' },
  breakTooLong: { 'zh-CN': '休息时间不能长于班次。', en: 'The break cannot be longer than the shift.' },
  alreadyRecorded: {
    'zh-CN': '该日考勤已有记录；如有误请更正。',
    en: 'That day is already on record; correct it if it is wrong.',
  },
  overlaps: {
    'zh-CN': '该员工在此时段已有其他考勤记录。',
    en: 'The worker is already on record at that time.',
  },
  nothingOpen: { 'zh-CN': '没有未签退的班次。', en: 'There is no shift to check out of.' },
  alreadyIn: { 'zh-CN': '该员工已签到，尚未签退。', en: 'The worker is checked in and has not checked out.' },
  settled: {
    'zh-CN': '该日考勤已计入结算单，不能再更改。',
    en: 'A settlement counts this day, so it no longer changes.',
  },
  incomplete: {
    'zh-CN': '该日尚缺下班时间，不能确认。',
    en: 'The check-out is missing, so the day cannot be confirmed.',
  },
  ownConfirmed: {
    'zh-CN': '您已确认该日考勤，不能再提出异议。',
    en: 'You have confirmed this day, so you cannot dispute it.',
  },
  noClaim: { 'zh-CN': '异议方没有给出工时。', en: 'The dispute names no times that could be accepted.' },
  notYourAnswer: {
    'zh-CN': '提出异议的一方可撤回，另一方可接受；其余由人社部门裁定。',
    en: 'The side that disputes may drop it, the other may accept it; anything else is for the bureau to decide.',
  },
  figuresNeeded: { 'zh-CN': '请给出裁定的工时。', en: 'Give the times that were decided.' },
  claimBothTimes: { 'zh-CN': '上下班时间须一并给出。', en: 'Give both times, or neither.' },
  calendarUnknown: {
    'zh-CN': '{year} 年的放假安排尚未录入：调休日暂按普通日历计算。',
    en: 'The official calendar of {year} is not entered yet: adjusted days are counted as plain ones.',
  },
  noPlacement: {
    'zh-CN': '找不到该员工当日的在岗派驻。',
    en: 'There is no placement of that worker at your enterprise on that day.',
  },
  ambiguous: {
    'zh-CN': '当日有多名同名员工，请填写派驻编号。',
    en: 'Several workers of that name are placed that day; give the placement.',
  },
  badTime: { 'zh-CN': '时间应写作 08:00。', en: 'must be a time such as 08:00' },
  twice: { 'zh-CN': '同一天出现多次。', en: 'The same day is given more than once.' },
  badMonth: { 'zh-CN': '月份应写作 2026-11。', en: 'must be a month such as 2026-11' },
});
