import { defineMessages } from '../../platform/i18n/message.js';

export const scenarioMessages = defineMessages({
  neededFor: { 'zh-CN': '“{kind}”需要填写此项。', en: 'This is needed for “{kind}”.' },
  noCentre: {
    'zh-CN': '该地区没有坐标，无法推演。',
    en: 'This region has no coordinates, so nothing can be placed there.',
  },
  oneScope: { 'zh-CN': '请填写用工需求，或市场。', en: 'Name a need, or a market.' },
  tooMany: {
    'zh-CN': '您已有 {most} 个推演在进行，请等待或取消其中一个。',
    en: 'You have {most} questions under way already; wait for one, or cancel it.',
  },
});
