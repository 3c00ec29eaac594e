import type { Message } from '../../platform/i18n/message.js';
import type { AlertSplit } from './alert.entity.js';
import type { AlertSeverity, AlertTerms } from './alert.rules.js';

/** A rule that every bureau begins with, for its own region. */
export interface ShippedRule extends AlertTerms {
  readonly code: string;
  readonly name: Message;
  readonly indicator: string;
  readonly splitBy: AlertSplit | null;
  readonly severity: AlertSeverity;
  readonly escalateHours: number | null;
}

/** Bounds are proposals: no public norm says them (the levels of 缺工率 that a cockpit once showed were 5 and 10 per cent). */
export const shippedRules: readonly ShippedRule[] = [
  {
    ...{ code: 'fill-low', indicator: 'FILL_RATE', splitBy: null, severity: 'warning', escalateHours: 48 },
    name: { 'zh-CN': '用工满足率偏低', en: 'Fill rate is low' },
    ...{ kind: 'threshold', isAbove: false, bound: 0.7, releaseAt: 0.75, least: 20, days: 14 },
  },
  {
    ...{ code: 'fill-falls', indicator: 'FILL_RATE', splitBy: null, severity: 'critical', escalateHours: 24 },
    name: { 'zh-CN': '用工满足率连续下降', en: 'Fill rate keeps falling' },
    ...{ kind: 'trend', isAbove: false, bound: 3, releaseAt: 1, least: 20, days: 7 },
  },
  {
    ...{
      code: 'fill-by-trade',
      indicator: 'FILL_RATE',
      splitBy: 'occupation',
      severity: 'notice',
      escalateHours: null,
    },
    name: { 'zh-CN': '某工种用工满足率很低', en: 'Fill rate of an occupation is very low' },
    ...{ kind: 'threshold', isAbove: false, bound: 0.5, releaseAt: 0.6, least: 10, days: 14 },
  },
  {
    ...{
      code: 'shortage-ahead',
      indicator: 'SHORTAGE',
      splitBy: 'occupation',
      severity: 'warning',
      escalateHours: 72,
    },
    name: { 'zh-CN': '预计某工种将缺工', en: 'An occupation is expected to run short' },
    ...{ kind: 'forecast', isAbove: true, bound: 20, releaseAt: 15, least: 5, days: 28 },
  },
  {
    ...{ code: 'seekers-short', indicator: 'SEEKER_RATIO', splitBy: null, severity: 'warning', escalateHours: 72 },
    name: { 'zh-CN': '求人倍率骤升', en: 'Openings per seeker jump' },
    ...{ kind: 'change', isAbove: true, bound: 0.5, releaseAt: 0.2, least: 20, days: 30 },
  },
  {
    ...{ code: 'no-shows', indicator: 'NO_SHOW', splitBy: null, severity: 'warning', escalateHours: 72 },
    name: { 'zh-CN': '未到岗率偏高', en: 'Many do not come' },
    ...{ kind: 'threshold', isAbove: true, bound: 0.15, releaseAt: 0.1, least: 20, days: 14 },
  },
  {
    ...{ code: 'pay-late', indicator: 'PAY_ON_TIME', splitBy: null, severity: 'critical', escalateHours: 24 },
    name: { 'zh-CN': '工资未按时足额发放', en: 'Pay is late' },
    ...{ kind: 'threshold', isAbove: false, bound: 0.99, releaseAt: 0.995, least: 1, days: 30 },
  },
  {
    ...{ code: 'injuries', indicator: 'INJURY_RATE', splitBy: null, severity: 'critical', escalateHours: 24 },
    name: { 'zh-CN': '工伤发生率偏高', en: 'Many injuries' },
    ...{ kind: 'threshold', isAbove: true, bound: 1, releaseAt: 0.5, least: 1000, days: 30 },
  },
];
