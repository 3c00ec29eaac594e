import type { Formats } from '../../i18n/formats';
import { writeValue } from '../indicators/indicators.rules';
import type {
  AlertKind,
  AlertRuleFields,
  AlertSeverity,
  AlertSplit,
  IndicatorUnit,
  SaveAlertRuleInput,
  RuleTermsFragment,
} from './alerts.graphql.ts';

export const severities: readonly AlertSeverity[] = ['NOTICE', 'WARNING', 'CRITICAL'];
export const kinds: readonly AlertKind[] = ['THRESHOLD', 'CHANGE', 'TREND', 'FORECAST'];
/** What forecasts are of, and nothing else. */
const forecastCode = 'SHORTAGE';

export const toneOf = (severity: AlertSeverity): 'plain' | 'call' | 'bad' =>
  ({ NOTICE: 'plain', WARNING: 'call', CRITICAL: 'bad' })[severity] as 'plain' | 'call' | 'bad';

/** A reading or a bound as its rule counts it: a figure, a change of it, or a number of windows. */
export function writeReading(kind: AlertKind, unit: IndicatorUnit, reading: number, formats: Formats): string {
  if (kind === 'TREND') return formats.number(reading);
  if (kind === 'FORECAST') return formats.number(Math.round(reading * 10) / 10);
  if (kind === 'THRESHOLD') return writeValue(unit, reading, formats);
  return `${reading > 0 ? '+' : ''}${formats.percent(reading)}`;
}

/** A rule while it is written: everything of it is text, shares and changes in per cent. */
export interface RuleDraft {
  readonly ruleId: string | null;
  readonly name: string;
  readonly indicatorCode: string;
  readonly kind: AlertKind;
  readonly isAbove: boolean;
  readonly bound: string;
  readonly releaseAt: string;
  readonly least: string;
  readonly days: string;
  readonly splitBy: AlertSplit | '';
  readonly severity: AlertSeverity;
  readonly escalateHours: string;
}

export const blankRule: RuleDraft = {
  ...{ ruleId: null, name: '', indicatorCode: 'FILL_RATE', kind: 'THRESHOLD', isAbove: false, splitBy: '' },
  ...{ bound: '70', releaseAt: '75', least: '20', days: '14', severity: 'WARNING', escalateHours: '' },
};

/** What goes with a kind: a forecast is of the shortage, in weeks; other kinds of an indicator, in days. */
export function withKind(draft: RuleDraft, kind: AlertKind): RuleDraft {
  if ((kind === 'FORECAST') === (draft.kind === 'FORECAST')) return { ...draft, kind };
  if (kind === 'FORECAST')
    return {
      ...draft,
      kind,
      ...{ indicatorCode: forecastCode, isAbove: true, bound: '20', releaseAt: '15', days: '4' },
    };
  const { indicatorCode, bound, releaseAt, days } = blankRule;
  return { ...draft, kind, indicatorCode, bound, releaseAt, days };
}

/** Whether bounds are written in per cent: those of shares, and of changes. */
export const isPercent = (kind: AlertKind, unit: IndicatorUnit | undefined): boolean =>
  kind === 'CHANGE' || (kind === 'THRESHOLD' && unit === 'SHARE');

export function draftOf(rule: RuleTermsFragment): RuleDraft {
  const times = isPercent(rule.kind, rule.indicator?.unit) ? 100 : 1;
  const text = (value: number): string => String(Math.round(value * times * 1000) / 1000);
  return {
    ...{ ruleId: rule.id, name: rule.name, indicatorCode: rule.indicator?.code ?? '', kind: rule.kind },
    ...{ isAbove: rule.isAbove, bound: text(rule.bound), releaseAt: text(rule.releaseAt), least: String(rule.least) },
    ...{
      days: String(rule.kind === 'FORECAST' ? rule.days / 7 : rule.days),
      splitBy: rule.splitBy ?? '',
      severity: rule.severity,
    },
    escalateHours: rule.escalateHours === null ? '' : String(rule.escalateHours),
  };
}

/** What to try or save; nothing while a number is missing. */
export function termsOf(draft: RuleDraft, unit: IndicatorUnit | undefined): AlertRuleFields | undefined {
  const { indicatorCode, kind, isAbove, splitBy } = draft;
  const numbers = [draft.bound, draft.releaseAt, draft.least, draft.days].map((text) =>
    text.trim() === '' ? NaN : Number(text),
  );
  if (numbers.some((value) => !Number.isFinite(value))) return undefined;
  const [bound = 0, releaseAt = 0, least = 0, days = 0] = numbers;
  const times = isPercent(kind, unit) ? 100 : 1;
  return {
    ...{ indicatorCode, kind, isAbove, bound: bound / times, releaseAt: releaseAt / times, least },
    ...{ days: Math.round(days) * (kind === 'FORECAST' ? 7 : 1), splitBy: splitBy === '' ? null : splitBy },
  };
}

export function saveInput(
  draft: RuleDraft,
  terms: AlertRuleFields | undefined,
  key: string,
): SaveAlertRuleInput | undefined {
  const { ruleId, name, severity, escalateHours } = draft;
  if (!terms || name.trim() === '') return undefined;
  return {
    ...{ idempotencyKey: key, ruleId, name: name.trim(), terms, severity, isOn: true },
    escalateHours: escalateHours.trim() === '' ? null : Number(escalateHours),
  };
}

/** A rule as it is, turned on or off. */
export function turned(rule: RuleTermsFragment, isOn: boolean, key: string): SaveAlertRuleInput {
  const { regionId, occupationId, industryId, splitBy, kind, isAbove, bound, releaseAt, least, days } = rule;
  return {
    ...{ idempotencyKey: key, ruleId: rule.id, name: rule.name, severity: rule.severity, isOn },
    escalateHours: rule.escalateHours,
    terms: {
      ...{ indicatorCode: rule.indicator?.code ?? '', regionId, occupationId, industryId, splitBy },
      ...{ kind, isAbove, bound, releaseAt, least, days },
    },
  };
}
