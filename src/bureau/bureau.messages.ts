import { defineMessages } from '../platform/i18n/message.js';

export const bureauMessages = defineMessages({
  endsBeforeStart: { 'zh-CN': '结束日期不能早于开始日期。', en: 'The end of the range must not be before its start.' },
  rangeTooLong: { 'zh-CN': '日期范围不能超过 {days} 天。', en: 'The range must not exceed {days} days.' },
  tooManyPoints: {
    'zh-CN': '数据点不能超过 {max} 个，请缩短日期范围或按周统计。',
    en: 'The trend would have more than {max} points; shorten the range or step by week.',
  },
  hiredDirectly: { 'zh-CN': '直接招用', en: 'Hired directly' },
  unknownGroup: { 'zh-CN': '未分类', en: 'Unclassified' },
  codeCount: { 'zh-CN': '请选择 1 至 {max} 个不同的指标。', en: 'Name 1 to {max} different indicators.' },
  unknownIndicator: { 'zh-CN': '没有指标 {code}。', en: 'There is no indicator {code}.' },
  noDimension: {
    'zh-CN': '指标 {code} 不能按该维度拆分或筛选。',
    en: 'The indicator {code} cannot be split or restricted that way.',
  },
  sizeAlone: {
    'zh-CN': '企业规模不能与行业或工种同时使用。',
    en: 'The size of enterprises goes without an industry or an occupation.',
  },
  trendSteps: {
    'zh-CN': '趋势规则的阈值是连续变化的期数，应为 {least} 至 {most} 的整数。',
    en: 'The bound of a trend counts windows: a whole number from {least} to {most}.',
  },
  forecastWeeks: {
    'zh-CN': '预测规则的天数须为整周：{least} 至 {most} 周。',
    en: 'A forecast looks whole weeks ahead: days of {least} to {most} weeks.',
  },
  forecastOfShortage: {
    'zh-CN': '预测规则只能用于缺工人数（SHORTAGE），缺工人数也只能用预测规则。',
    en: 'Forecasts are of the shortage (SHORTAGE), and the shortage is watched by forecasts only.',
  },
  releaseSide: {
    'zh-CN': '解除值应在阈值的安全一侧。',
    en: 'The release must lie on the quiet side of the bound.',
  },
  noColleague: { 'zh-CN': '本局没有该账号。', en: 'Your bureau has no such account.' },
  noteNeeded: { 'zh-CN': '请填写内容。', en: 'Write something down.' },
  openMonth: {
    'zh-CN': '请指定近三年内已经结束的月份，例如 2026-10。',
    en: 'Name a month of the last three years that is over, e.g. 2026-10.',
  },
  openGrouping: { 'zh-CN': '只能按 county 或 occupation 统计。', en: 'Ask by county or by occupation.' },
  addressCount: {
    'zh-CN': '请填写至多 {max} 个不同的邮箱地址。',
    en: 'Name different e-mail addresses, {max} at most.',
  },
  badAddress: { 'zh-CN': '不是有效的邮箱地址', en: 'is not an e-mail address' },
  bulletinUnderWay: { 'zh-CN': '该期间的报告正在生成。', en: 'A report of this period is being made.' },
  bulletinVersions: {
    'zh-CN': '同一期间的报告最多 {max} 版。',
    en: 'There are {max} versions of this period already.',
  },
  bulletinUnmade: { 'zh-CN': '报告尚未生成。', en: 'The report is not made yet.' },
  vehicleKinds: { 'zh-CN': '请填写 1 至 {max} 种车型。', en: 'Name 1 to {max} kinds of vehicles.' },
  transportOver: { 'zh-CN': '日期已过。', en: 'That day is over.' },
  transportEnded: { 'zh-CN': '该方案已取消。', en: 'The plan is called off.' },
  seatElsewhere: {
    'zh-CN': '有人已被安排到其他班车，请重新生成方案。',
    en: 'Somebody has been asked to another bus meanwhile; plan again.',
  },
  busGone: { 'zh-CN': '班车日期已过。', en: 'That bus has gone.' },
  busManifest: { 'zh-CN': '点对点运输乘车名单', en: 'Point-to-point transport: passenger lists' },
  busOf: {
    'zh-CN': '{day} · {origin} → {destination}',
    en: '{day} · {origin} → {destination}',
  },
  busHomeOf: {
    'zh-CN': '{day} · {destination} → {origin}（返乡）',
    en: '{day} · {destination} → {origin} (home)',
  },
  busNth: { 'zh-CN': '{nth} 号车 · {vehicle}', en: 'Bus {nth} · {vehicle}' },
  busTime: { 'zh-CN': '时间', en: 'Time' },
  busBoards: { 'zh-CN': '上车', en: 'Boards' },
  busLeaves: { 'zh-CN': '下车', en: 'Leaves' },
  busName: { 'zh-CN': '姓名', en: 'Name' },
  busPhone: { 'zh-CN': '手机尾号', en: 'Phone ends in' },
  busAnswer: { 'zh-CN': '答复', en: 'Answer' },
  busTaken: { 'zh-CN': '乘坐', en: 'rides' },
  busAsked: { 'zh-CN': '未答复', en: 'no answer' },
  busHere: { 'zh-CN': '签到', en: 'Here' },
  busPrivacy: {
    'zh-CN': '本名单仅供当次乘车核对：姓名已部分隐去，用后销毁。',
    en: 'For checking passengers of this journey only: names are masked. Destroy it afterwards.',
  },
  regionNeeded: { 'zh-CN': '请指定地区。', en: 'Name a region.' },
});

/** What enterprises of a size are called. */
export const sizeMessages = defineMessages({
  large: { 'zh-CN': '大型企业', en: 'Large' },
  medium: { 'zh-CN': '中型企业', en: 'Medium' },
  small: { 'zh-CN': '小型企业', en: 'Small' },
  micro: { 'zh-CN': '微型企业', en: 'Micro' },
});
