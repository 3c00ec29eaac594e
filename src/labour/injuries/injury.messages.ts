import { defineMessages } from '../../platform/i18n/message.js';

export const injuryMessages = defineMessages({
  badTime: { 'zh-CN': '时间格式为 HH:MM。', en: 'The time is written HH:MM.' },
  notInPlacement: {
    'zh-CN': '事故时间须在派驻期间（{startsOn} 至 {endsOn}）内，且不晚于现在。',
    en: 'The accident lies within the placement ({startsOn} to {endsOn}) and not in the future.',
  },
  neverBegan: { 'zh-CN': '该派驻没有开始。', en: 'This placement never began.' },
  decisionNeeded: {
    'zh-CN': '请填写认定决定书编号和是否认定为工伤。',
    en: 'Give the number of the decision, and whether it was recognised as a work injury.',
  },
  costNeeded: { 'zh-CN': '请填写费用。', en: 'Give the cost.' },
  notRecognised: {
    'zh-CN': '未认定为工伤，没有补偿，请直接结案。',
    en: 'It was not recognised as a work injury: close it without a compensation.',
  },
  compensateFirst: {
    'zh-CN': '已认定为工伤，须先补偿后结案。',
    en: 'It was recognised as a work injury: it is compensated before it is closed.',
  },
  noSplit: {
    'zh-CN': '协议没有约定工伤补偿的分担比例，请先补充协议。',
    en: 'The agreement does not say how a work injury’s cost is shared; amend it first.',
  },
  onlyEmployer: {
    'zh-CN': '由用人单位办理；员工可以自行登记已申请认定。',
    en: 'This is the employer’s step; the worker can record only that they have applied.',
  },
});
