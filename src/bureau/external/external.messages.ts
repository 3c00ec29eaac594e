import { defineMessages, type Message } from '../../platform/i18n/message.js';
import type { ExternalFailure } from './external-failure.js';

export const externalMessages = defineMessages({
  codeForm: {
    'zh-CN': '编码须为 2 至 40 位大写字母、数字或下划线',
    en: 'must be 2 to 40 capital letters, digits or underscores',
  },
  codeTaken: { 'zh-CN': '本局已有该编码的指标。', en: 'Your bureau has a series of that code.' },
  tooManySeries: { 'zh-CN': '每个机构最多登记 {max} 个外部指标。', en: 'A bureau registers at most {max} series.' },
  pointerForm: {
    'zh-CN': '不是 JSON 指针（留空，或以 / 开头，例如 /data/rows）',
    en: 'is not a JSON pointer (empty, or beginning with /, e.g. /data/rows)',
  },
  cadenceFixed: {
    'zh-CN': '已有数据的指标不能更改频率，请另行登记。',
    en: 'The cadence of a series that has values stays; register another one.',
  },
  badPeriod: { 'zh-CN': '不是该频率的时期', en: 'is no period of this cadence' },
  earlyPeriod: { 'zh-CN': '时期过早', en: 'is too long ago' },
  openPeriod: { 'zh-CN': '时期尚未开始', en: 'has not begun' },
  twicePeriod: { 'zh-CN': '与第 {line} 行为同一时期', en: 'is the period of line {line}' },
  notFetched: { 'zh-CN': '该指标由人工导入。', en: 'People bring the values of this series.' },
  isOff: { 'zh-CN': '该指标已停用。', en: 'The series is switched off.' },
  underWay: { 'zh-CN': '正在读取。', en: 'It is being read.' },
  noStep: { 'zh-CN': '该指标不能按此步长显示。', en: 'The series cannot be shown in such steps.' },
  tooFewSteps: { 'zh-CN': '请指定至少两个已结束的时期。', en: 'Name a range with two periods that are over.' },
});

export const failureMessages: Readonly<Record<ExternalFailure, Message>> = defineMessages<ExternalFailure>({
  ADDRESS_REFUSED: { 'zh-CN': '不允许访问该地址。', en: 'This address may not be read.' },
  UNREACHABLE: { 'zh-CN': '无法连接。', en: 'It could not be reached.' },
  TIMED_OUT: { 'zh-CN': '未及时答复。', en: 'It did not answer in time.' },
  REDIRECTED: { 'zh-CN': '对方转向其他地址，未跟随。', en: 'It pointed to another address, which is not followed.' },
  BAD_STATUS: { 'zh-CN': '对方答复 {status}。', en: 'It answered {status}.' },
  TOO_LARGE: { 'zh-CN': '答复过大（上限 2 MB）。', en: 'The answer is too large (2 MB at most).' },
  NOT_JSON: { 'zh-CN': '答复不是 JSON。', en: 'The answer is not JSON.' },
  NO_ROWS: { 'zh-CN': '在所指位置没有数据列表。', en: 'There is no list where the pointer leads.' },
  TOO_MANY_ROWS: { 'zh-CN': '行数过多（上限 10,000 行）。', en: 'There are too many rows (10,000 at most).' },
  FAULTY_ROWS: { 'zh-CN': '有错误的行。', en: 'Rows are faulty.' },
  INTERRUPTED: { 'zh-CN': '未能完成。', en: 'It was not finished.' },
});
