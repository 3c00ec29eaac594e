import { defineMessages } from '../../platform/i18n/message.js';

/** Alerts of indicators. `{rule}` is what its bureau calls it; `{place}` names the region, and the part where its rule is split. */
export const alertTexts = defineMessages({
  alertRaised: {
    'zh-CN': '预警“{rule}”：{indicator}（{place}）已越过阈值，请查看原因并处理。',
    en: 'Alert “{rule}”: {indicator} ({place}) has passed its bound. Look for the cause and answer it.',
  },
  alertEscalated: {
    'zh-CN': '{bureau} 的预警“{rule}”（{indicator}，{place}）超过时限无人处理。',
    en: 'Nobody at {bureau} has answered the alert “{rule}” ({indicator}, {place}) in time.',
  },
});

export const alertSubjects = defineMessages({
  alertRaised: { 'zh-CN': '有指标越过预警阈值', en: 'An indicator has passed its bound' },
  alertEscalated: { 'zh-CN': '下级的指标预警无人处理', en: 'An alert below you is not answered' },
});
