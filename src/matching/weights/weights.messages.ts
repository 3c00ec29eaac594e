import { defineMessages } from '../../platform/i18n/message.js';
import type { ScorePartName } from '../edges/score.rules.js';

export const weightsMessages = defineMessages({
  weightless: { 'zh-CN': '至少一项的权重须大于 0。', en: 'At least one weight must be above 0.' },
  outdated: {
    'zh-CN': '权重已被他人更改（现为第 {version} 版），请查看后再保存。',
    en: 'Somebody has changed the weights (version {version} holds now); look at them before you save yours.',
  },
});

export const scorePartMessages = defineMessages<ScorePartName>({
  skill: { 'zh-CN': '技能匹配', en: 'Skill' },
  distance: { 'zh-CN': '离家远近', en: 'Nearness' },
  wage: { 'zh-CN': '高于期望工资', en: 'Wage above what they ask' },
  overlap: { 'zh-CN': '时间重合', en: 'Common days' },
  waiting: { 'zh-CN': '等待时间', en: 'Time waited' },
  rating: { 'zh-CN': '评价', en: 'Rating' },
  applied: { 'zh-CN': '本人报名', en: 'Applied for it' },
});
