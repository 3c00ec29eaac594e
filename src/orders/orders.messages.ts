import { defineMessages } from '../platform/i18n/message.js';

export const orderMessages = defineMessages({
  unknownThing: {
    'zh-CN': '目录中没有“{thing}”。',
    en: 'There is no “{thing}” in the catalogue.',
  },
  lines: { 'zh-CN': '须有 1 到 {max} 项。', en: 'There must be 1 to {max} of them.' },
  planUnderWay: {
    'zh-CN': '该地区的统筹方案正在计算，请稍候。',
    en: 'A plan of this region is being made already; wait for it.',
  },
  nothingProposed: { 'zh-CN': '该订单目前没有统筹建议。', en: 'Nothing is proposed for this order now.' },
  notPositive: { 'zh-CN': '须大于零。', en: 'It must be greater than zero.' },
  labourTerms: {
    'zh-CN': '用工项须给出技能等级、最高工资和计薪单位。',
    en: 'A line of labour needs its level, highest wage and wage unit.',
  },
  wageUnit: { 'zh-CN': '工资按小时、天或月计。', en: 'Wages are by the hour, day or month here.' },
  gradeNeeded: { 'zh-CN': '材料项须给出最低等级。', en: 'A line of material needs its least grade.' },
  recipeOrLines: {
    'zh-CN': '给出配方或需求明细，二者取一。',
    en: 'Give a recipe or the requirements, one of the two.',
  },
  backward: { 'zh-CN': '结束日期不能早于开始日期。', en: 'It must not end before it starts.' },
  past: { 'zh-CN': '日期不能早于今天（{today}）。', en: 'The date must not be before today ({today}).' },
  outsideOrder: {
    'zh-CN': '须在订单期间（{from} 至 {until}）之内。',
    en: 'It must lie within the order’s period ({from} to {until}).',
  },
  whole: { 'zh-CN': '人数和分钟数须为整数。', en: 'Heads and minutes are whole numbers.' },
  noSuchLine: { 'zh-CN': '配方只有 {count} 行。', en: 'The recipe has {count} lines only.' },
  tooMany: { 'zh-CN': '数量过大：最多 {max}。', en: 'This is too much: at most {max}.' },
  notSecured: {
    'zh-CN': '目前无法全部落实：还缺{missing}。没有做任何预留。',
    en: 'Not everything can be had now: {missing} missing. Nothing was reserved.',
  },
  changing: {
    'zh-CN': '计划的资源刚被他人占用，请重试。',
    en: 'What was planned was taken by others meanwhile; please try again.',
  },
  nothingMissing: { 'zh-CN': '该订单不缺什么。', en: 'Nothing is missing for this order.' },
  notOver: { 'zh-CN': '交货日期不能晚于今天（{today}）。', en: 'The delivery must not be after today ({today}).' },
  recipeTaken: { 'zh-CN': '该配方不存在或未共享。', en: 'There is no such recipe, or it is not shared.' },
  longPeriod: { 'zh-CN': '期间最长 {days} 天。', en: 'The period is {days} days at most.' },
});
