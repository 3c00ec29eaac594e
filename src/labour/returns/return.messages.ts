import { defineMessages } from '../../platform/i18n/message.js';

export const returnMessages = defineMessages({
  workerReasons: {
    'zh-CN': '员工可因用工企业不履行劳动保护等义务立即返回，或因不适应提出协商返回。',
    en: 'A worker returns at once where the host breaks its duties, or asks to return when unsuited.',
  },
  hostReasons: {
    'zh-CN': '用工企业只能因严重违规、不能胜任、协议约定的情形退回员工，或因不适应提出协商返回。',
    en: 'A host sends a worker back only for a serious breach of rules, incompetence or an agreed case, or asks all to agree that they are unsuited.',
  },
  lenderReasons: {
    'zh-CN': '原单位只能因员工不适应提出三方协商返回。',
    en: 'A lender can ask for a return only because the worker is unsuited, and all three must agree.',
  },
  evidenceNeeded: {
    'zh-CN': '退回员工须提供依据。',
    en: 'Sending a worker back needs evidence.',
  },
  caseNotAgreed: {
    'zh-CN': '协议没有约定可以退回的情形。',
    en: 'The agreement names no case in which a worker is sent back.',
  },
  endNeedsReturn: {
    'zh-CN': '借用中的员工不能由用工企业单方结束，请提出退回并说明理由和依据。',
    en: 'A host cannot end a running loan by itself; request the worker’s return, with reason and evidence.',
  },
  alreadyOpen: {
    'zh-CN': '该派驻已有处理中的返回请求。',
    en: 'A return of this placement is already under way.',
  },
  tooLate: { 'zh-CN': '该返回请求已过期。', en: 'This request has expired.' },
  nothingToAnswer: {
    'zh-CN': '该返回无须您同意。',
    en: 'Nothing waits for your answer here.',
  },
  cannotObject: {
    'zh-CN': '只能对用工企业的退回提出异议，且只能提出一次。',
    en: 'You can object, once, to being sent back by the host.',
  },
  replacementNotDue: {
    'zh-CN': '员工提前返回或未到岗后才能申请补充人员。',
    en: 'A replacement can be asked for after an early return or a no-show.',
  },
  alreadyReplaced: {
    'zh-CN': '该岗位已申请补充人员。',
    en: 'A replacement for this placement has already been asked for.',
  },
});
