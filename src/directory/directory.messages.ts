import { defineMessages } from '../platform/i18n/message.js';

export const directoryMessages = defineMessages({
  endsBeforeStart: { 'zh-CN': '结束日期不能早于开始日期。', en: 'The end date must not be before the start date.' },
  tooLong: { 'zh-CN': '期限不能超过 {days} 天。', en: 'The period must not exceed {days} days.' },
  unknownCode: { 'zh-CN': '目录中没有“{id}”。', en: 'The catalogue has no “{id}”.' },
  duplicate: { 'zh-CN': '“{id}”重复。', en: '“{id}” is given twice.' },
  reservedScheme: {
    'zh-CN': '编码体系“{scheme}”由系统维护，不能导入。',
    en: 'The scheme “{scheme}” is kept by the system and cannot be imported.',
  },
  parentCycle: { 'zh-CN': '“{id}”的上级关系成环。', en: 'The parents of “{id}” form a ring.' },
  usccInvalid: {
    'zh-CN': '不是有效的统一社会信用代码（18 位，含校验位）。',
    en: 'is not a valid unified social credit code (18 characters with a check character).',
  },
  usccTaken: { 'zh-CN': '该统一社会信用代码已登记。', en: 'This unified social credit code is already registered.' },
  noteNeeded: { 'zh-CN': '请写明理由，企业会看到。', en: 'Give the reason; the enterprise will see it.' },
  licenceUnseen: {
    'zh-CN': '企业未上传营业执照，请在备注中写明如何核验了执照。',
    en: 'The enterprise handed in no image of its licence: say in the note how the licence was seen.',
  },
  registrationDecided: {
    'zh-CN': '人社部门已作出决定，登记信息不能再补充。',
    en: 'The bureau has decided already; the registration can no longer be completed.',
  },
  mobileInvalid: { 'zh-CN': '不是有效的中国大陆手机号码。', en: 'is not a mainland China mobile number.' },
  idNumberInvalid: {
    'zh-CN': '不是有效的居民身份证号码（18 位，含校验位）。',
    en: 'is not a valid resident ID number (18 characters with a check character).',
  },
  ageOutside: { 'zh-CN': '须年满 {min} 周岁且不超过 {max} 周岁。', en: 'the age must be {min} to {max} years.' },
  personKnown: {
    'zh-CN': '该身份证号码已登记；如由单位登记，请用认领码注册。',
    en: 'This ID number is already registered; if an employer entered it, sign up with the claim code.',
  },
  headNamed: { 'zh-CN': '该名额已登记人员。', en: 'This head already has a name.' },
  claimCodeInvalid: { 'zh-CN': '认领码无效或已使用。', en: 'The claim code is not valid or was already used.' },
});
