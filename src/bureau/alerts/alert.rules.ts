import type { Refusal } from '../../platform/errors/index.js';
import { bureauMessages } from '../bureau.messages.js';
import type { IndicatorUnit } from '../catalogue/indicator.js';
import type { Figure } from '../reports/figure.rules.js';

export type AlertKind = 'threshold' | 'change' | 'trend' | 'forecast';
export type AlertSeverity = 'notice' | 'warning' | 'critical';

/** When a rule is to warn, and when it is to be quiet again. */
export interface AlertTerms {
  readonly kind: AlertKind;
  /** Whether high readings are to be warned of, or low ones; of a trend, whether rising or falling. */
  readonly isAbove: boolean;
  /** Warned of from here on. */
  readonly bound: number;
  /** Quiet again from here back: between the two nothing changes, so that an alert does not flicker. */
  readonly releaseAt: number;
  /** What a figure must rest on to say anything: its denominator, or a sum itself; a forecast, heads wanted a week. */
  readonly least: number;
  /** How many days a figure covers; of a forecast, how many days ahead it looks, in whole weeks. */
  readonly days: number;
}

const trendSteps = { least: 2, most: 12 } as const;
const forecastWeeks = { least: 4, most: 8 } as const;
/** How many weeks a forecast looks ahead. */
export const weeksOf = (days: number): number => Math.round(days / 7);

/** How many windows of `days` a reading needs, the latest first; a forecast looks ahead and needs none. */
export function windowsFor({ kind, bound }: Pick<AlertTerms, 'kind' | 'bound'>): number {
  return { threshold: 1, change: 2, trend: Math.round(bound) + 1, forecast: 0 }[kind];
}

/**
 * What is held against the bound: the figure itself; its change against the window before, in points of a share or as a part of
 * what was before; or how many windows in a row it has moved that way. Null where there is too little to say.
 */
export function readingOf(terms: AlertTerms, unit: IndicatorUnit, figures: readonly Figure[]): number | null {
  const [now, before] = figures;
  if (!now || now.value === null || (now.denominator ?? now.numerator) < terms.least) return null;
  if (terms.kind === 'threshold') return now.value;
  if (terms.kind === 'trend') return stepsInARow(terms.isAbove, figures);
  if (!before || before.value === null || (before.denominator ?? before.numerator) < terms.least) return null;
  if (unit === 'share') return now.value - before.value;
  return before.value === 0 ? null : now.value / before.value - 1;
}

function stepsInARow(isAbove: boolean, figures: readonly Figure[]): number | null {
  for (let step = 0; step + 1 < figures.length; step++) {
    const [later, earlier] = [figures[step]?.value ?? null, figures[step + 1]?.value ?? null];
    if (later === null || earlier === null) return step === 0 ? null : step;
    if (isAbove ? later <= earlier : later >= earlier) return step;
  }
  return figures.length - 1;
}

export type Verdict = 'raise' | 'hold' | 'clear';

/** What follows of a reading for an alert that is open or not. Nothing follows of no reading. */
export function verdictOn(terms: AlertTerms, reading: number | null, isOpen: boolean): Verdict {
  if (reading === null) return 'hold';
  const isUp = terms.kind === 'trend' || terms.isAbove;
  if (!isOpen) return (isUp ? reading >= terms.bound : reading <= terms.bound) ? 'raise' : 'hold';
  return (isUp ? reading < terms.releaseAt : reading > terms.releaseAt) ? 'clear' : 'hold';
}

/** From when to when an alert would have been open; `until` null: it still is. */
export interface Episode {
  readonly from: string;
  readonly until: string | null;
  /** The farthest beyond the bound. */
  readonly worst: number;
}

/** What a rule would have done, from the readings of each day, the oldest first. */
export function episodesOf(
  terms: AlertTerms,
  readings: readonly { readonly day: string; readonly reading: number | null }[],
): Episode[] {
  const isUp = terms.kind === 'trend' || terms.isAbove;
  const episodes: Episode[] = [];
  let open: Episode | undefined;
  for (const { day, reading } of readings) {
    const verdict = verdictOn(terms, reading, open !== undefined);
    if (verdict === 'raise' && reading !== null) open = { from: day, until: null, worst: reading };
    else if (open && verdict === 'clear') {
      episodes.push({ ...open, until: day });
      open = undefined;
    } else if (open && reading !== null)
      open = { ...open, worst: isUp ? Math.max(open.worst, reading) : Math.min(open.worst, reading) };
  }
  return open ? [...episodes, open] : episodes;
}

/** The release lies on the quiet side of the bound; a trend counts windows; a forecast looks whole weeks ahead. */
export function refuseTerms(
  { kind, isAbove, bound, releaseAt, days }: AlertTerms,
  path: string,
): (Refusal | undefined)[] {
  const code = 'VALIDATION_FAILED' as const;
  const isUp = kind === 'trend' || isAbove;
  const { least, most } = trendSteps;
  const isWeeks = days % 7 === 0 && days >= 7 * forecastWeeks.least && days <= 7 * forecastWeeks.most;
  const isCount = Number.isInteger(bound) && bound >= least && bound <= most;
  return [
    kind === 'trend' && !isCount
      ? { code, message: bureauMessages.trendSteps, params: { least, most }, field: `${path}.bound` }
      : undefined,
    kind === 'forecast' && !isWeeks
      ? { code, message: bureauMessages.forecastWeeks, params: forecastWeeks, field: `${path}.days` }
      : undefined,
    (isUp ? releaseAt > bound : releaseAt < bound)
      ? { code, message: bureauMessages.releaseSide, field: `${path}.releaseAt` }
      : undefined,
  ];
}
