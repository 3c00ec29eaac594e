import { mad, mean, median } from 'simple-statistics';
import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import type { Step } from '../reports/period.rules.js';
import { nextOf, periodOf } from './external-period.rules.js';

/** A value by the first day of its period. */
export interface Point {
  readonly firstDay: LocalDate;
  readonly value: number;
}

/** A change to the period before that stands out. */
export interface Jump {
  readonly firstDay: LocalDate;
  readonly change: number;
  /** Its modified z-score. */
  readonly score: number;
}

/** What is to be looked at before a series is believed. */
export interface Quality {
  /** First days of periods between the first and the last value that have none. */
  readonly gaps: readonly LocalDate[];
  readonly jumps: readonly Jump[];
  /** The day since which the next value has been overdue. */
  readonly lateSince: LocalDate | null;
}

/** Bound of the modified z-score beyond which a value is a potential outlier: Iglewicz & Hoaglin 1993. */
const jumpScore = 3.5;
/** Of fewer changes nothing can be said. */
const leastChanges = 8;
/** 0.6745 is the 0.75 quantile of the normal distribution, 1.2533 = √(π/2): they make either deviation comparable to a standard one. */
const [madScale, meanScale] = [0.6745, 1.253314];

/** Points in the order of time. */
export const inOrder = <P extends Pick<Point, 'firstDay'>>(points: readonly P[]): P[] =>
  points.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : Number(a.firstDay > b.firstDay)));

/** Gaps, jumps and lateness of a series, whose points may come in any order. `today` is null for a series that is off. */
export function qualityOf(
  points: readonly Point[],
  { cadence, lateDays }: { readonly cadence: Step; readonly lateDays: number },
  today: LocalDate | null,
): Quality {
  const ordered = inOrder(points);
  return {
    gaps: gapsOf(ordered, cadence),
    jumps: jumpsOf(ordered, cadence),
    lateSince: today === null ? null : lateSince(ordered, cadence, lateDays, today),
  };
}

function gapsOf(ordered: readonly Point[], cadence: Step): LocalDate[] {
  const known = new Set(ordered.map(({ firstDay }) => firstDay));
  const gaps: LocalDate[] = [];
  const last = ordered.at(-1)?.firstDay ?? '';
  for (let day = ordered[0]?.firstDay ?? ''; day < last; day = nextOf(day, cadence))
    if (!known.has(day)) gaps.push(day);
  return gaps;
}

/** Changes from one period to the next that stand out by their modified z-score; none across a gap. */
function jumpsOf(ordered: readonly Point[], cadence: Step): Jump[] {
  const changes = ordered.flatMap(({ firstDay, value }, at) => {
    const before = ordered[at - 1];
    return before && nextOf(before.firstDay, cadence) === firstDay ? [{ firstDay, change: value - before.value }] : [];
  });
  if (changes.length < leastChanges) return [];
  const all = changes.map(({ change }) => change);
  const middle = median(all);
  const deviation = mad(all);
  // More than half of the changes are the same: their median deviation is none, so their mean has to do.
  const scale = deviation > 0 ? deviation / madScale : meanScale * mean(all.map((one) => Math.abs(one - middle)));
  if (!(scale > 0)) return [];
  return changes
    .map((one) => ({ ...one, score: (one.change - middle) / scale }))
    .filter(({ score }) => Math.abs(score) > jumpScore);
}

/** A period's value is expected so many days after its end; what was never there is not late. */
function lateSince(ordered: readonly Point[], cadence: Step, lateDays: number, today: LocalDate): LocalDate | null {
  const last = ordered.at(-1);
  if (!last) return null;
  const due = addDays(periodOf(nextOf(last.firstDay, cadence), cadence).until, lateDays);
  return due < today ? addDays(due, 1) : null;
}
