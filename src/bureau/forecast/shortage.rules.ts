import { groupBy } from '../../platform/collections/group-by.js';

/** What was known of a week so many weeks before it. */
export interface KnownAhead {
  /** Seats of needs published by then that no placement agreed by then filled. */
  readonly open: number;
  /** How many seats of the same needs no placement filled in the end. */
  readonly stays: number;
}

/** A week of a part: what it asked for, what stayed open, and what of it was known 1, 2, … weeks before. */
export interface ShortageWeek {
  readonly wanted: number;
  readonly open: number;
  readonly known: readonly KnownAhead[];
}

/** The weeks of a part without a gap, the oldest first. */
export interface ShortagePanel {
  readonly weeks: readonly ShortageWeek[];
  /** Which of them is the week in progress; weeks before it are over. */
  readonly now: number;
  /** Heads that open orders lack and no need asks for, by how many weeks ahead of `now`, from 1. Of the past they are not known. */
  readonly orders: readonly number[];
}

/** What is learnt from: a quarter of a year. */
const windowWeeks = 13;
const leastTraining = 6;
const leastTests = 8;
const leastBusy = 8;
/** Seats that a share must rest on. */
const leastSeats = 10;
/** Shares of the errors between which the interval lies: eight in ten. */
const tails = { low: 0.1, high: 0.9 } as const;
/** Earlier errors that an interval of the past must rest on to be judged. */
const leastErrors = 5;

/** A week ahead: what it is expected to lack, and what that is made of. */
export interface Expectation {
  readonly ahead: number;
  /** Open seats of needs that are published. */
  readonly open: number;
  /** Heads that open orders lack and no need asks for yet. */
  readonly orders: number;
  /** How many of the open seats are expected to stay open. */
  readonly stays: number;
  /** What is expected of needs that are not published yet; orders are their announced part. */
  readonly toCome: number;
  readonly expected: number;
}

export interface ForecastPoint extends Expectation {
  readonly low: number;
  readonly high: number;
  /** By how many heads the method was wrong that far ahead, on average. */
  readonly meanError: number;
}

export interface BackTest {
  /** Weeks from which it was forecast as if the later ones were not known. */
  readonly origins: number;
  /** Forecasts that were compared with what came: one for each origin and week ahead. */
  readonly tests: number;
  readonly meanError: number;
  /** The same of "as many as last week". */
  readonly naiveError: number;
  /** Which part of intervals, made of earlier errors alone, held what came; null where too few can be judged. */
  readonly coverage: number | null;
  readonly judged: number;
}

/** What there is of a history, and what a forecast needs of it. */
export interface Sufficiency {
  readonly weeks: number;
  readonly weeksNeeded: number;
  /** Weeks in which anybody was wanted. */
  readonly busyWeeks: number;
  readonly busyWeeksNeeded: number;
}

export interface ShortageForecast {
  readonly sufficiency: Sufficiency;
  /** Empty where the data do not suffice. */
  readonly points: readonly ForecastPoint[];
  readonly backTest: BackTest | null;
}

interface Test {
  readonly origin: number;
  readonly ahead: number;
  readonly open: number;
  readonly expected: number;
  readonly came: number;
  readonly naiveError: number;
  /** How much more of the open seats stayed open than was thought, as a share; null where there were none. */
  readonly shareError: number | null;
  /** How much more came late than was thought. */
  readonly lateError: number;
}

/**
 * The shortage of the weeks after `origin`, from what was known in that week. Of the seats that are open now, the share stays
 * open that stayed open of those known as long before in the last quarter; what is not published yet is taken as the mean of
 * what came to be known that late in the last quarter. Empty where the data do not suffice.
 */
export function expectedAt(panel: ShortagePanel, weeks: number, origin: number = panel.now): Expectation[] {
  const past = pastOf(panel, origin);
  const { weeks: length, weeksNeeded, busyWeeks } = sufficiencyOf(past, weeks);
  if (length < weeksNeeded || busyWeeks < leastBusy) return [];
  return aheads(weeks).map((ahead) => {
    const open = panel.weeks[origin + ahead]?.known[ahead - 1]?.open ?? 0;
    const orders = origin === panel.now ? (panel.orders[ahead - 1] ?? 0) : 0;
    const { share, late } = learn(past, ahead);
    const [stays, toCome] = [share * open, Math.max(late, share * orders)];
    return { ahead, open, orders, stays, toCome, expected: stays + toCome };
  });
}

/** The largest shortage that is expected; null where the data do not suffice. */
export function peakOf(panel: ShortagePanel, weeks: number): number | null {
  const expected = expectedAt(panel, weeks);
  return expected.length === 0 ? null : Math.max(...expected.map((point) => point.expected));
}

/**
 * What is expected, with how wrong the same method was on the same series: the interval comes of its errors; the error of the
 * share weighs as much as there are open seats now.
 */
export function forecastOf(panel: ShortagePanel, weeks: number): ShortageForecast {
  const past = pastOf(panel, panel.now);
  const sufficiency = sufficiencyOf(past, weeks);
  const expected = expectedAt(panel, weeks);
  if (expected.length === 0) return { sufficiency, points: [], backTest: null };
  const tests = groupBy(testsOf(past, weeks), ({ ahead }) => ahead);
  const points = expected.map((point) => {
    const own = tests.get(point.ahead) ?? [];
    const meanError = meanOf(own.map((test) => Math.abs(test.came - test.expected)));
    return { ...point, ...intervalOf(point.expected, errorsFor(own, point.open)), meanError };
  });
  return { sufficiency, points, backTest: backTestOf([...tests.values()]) };
}

/** Weeks that were over, since anybody was wanted first. */
function pastOf({ weeks }: ShortagePanel, origin: number): readonly ShortageWeek[] {
  const first = weeks.findIndex(({ wanted }) => wanted > 0);
  return first === -1 ? [] : weeks.slice(first, Math.max(first, origin));
}

const sufficiencyOf = (past: readonly ShortageWeek[], weeks: number): Sufficiency => ({
  ...{ weeks: past.length, weeksNeeded: leastTraining + leastTests + weeks },
  ...{ busyWeeks: past.filter(({ wanted }) => wanted > 0).length, busyWeeksNeeded: leastBusy },
});

const aheads = (weeks: number): number[] => Array.from({ length: weeks }, (_, at) => at + 1);

interface Learnt {
  readonly share: number;
  /** How many weeks before the seats were known that the share is of. */
  readonly shareAhead: number;
  readonly late: number;
}

/**
 * Which share of open seats stays open, and how much comes late. Where hardly any seat was known that early, the share is that of
 * the longest time before for which there were some: with more time ahead no fewer are filled.
 */
function learn(past: readonly ShortageWeek[], ahead: number): Learnt {
  const learnt = past.slice(-windowWeeks);
  const knownAt = (lead: number): KnownAhead[] => learnt.map((week) => knownOf(week, lead));
  const late = meanOf(learnt.map((week) => week.open - knownOf(week, ahead).stays));
  for (let lead = ahead; lead > 0; lead--) {
    const known = knownAt(lead);
    const seats = sumOf(known.map(({ open }) => open));
    if (seats >= leastSeats) return { share: sumOf(known.map(({ stays }) => stays)) / seats, shareAhead: lead, late };
  }
  return { share: 1, shareAhead: ahead, late };
}

const knownOf = (week: ShortageWeek | undefined, ahead: number): KnownAhead =>
  week?.known[ahead - 1] ?? { open: 0, stays: 0 };

/** Forecasts from every week that has enough before it, against what came; rolling origin. */
function testsOf(past: readonly ShortageWeek[], weeks: number): Test[] {
  const tests: Test[] = [];
  for (let origin = leastTraining; origin < past.length; origin++) {
    const before = past.slice(0, origin);
    for (const ahead of aheads(weeks)) {
      const target = past[origin + ahead];
      if (!target) break;
      const { share, shareAhead, late } = learn(before, ahead);
      const [{ open, stays }, shared] = [knownOf(target, ahead), knownOf(target, shareAhead)];
      tests.push({
        ...{ origin, ahead, open, expected: share * open + late, came: target.open },
        naiveError: Math.abs(target.open - (before.at(-1)?.open ?? 0)),
        shareError: shared.open === 0 ? null : shared.stays / shared.open - share,
        lateError: target.open - stays - late,
      });
    }
  }
  return tests;
}

/** By how much a forecast with so many open seats may be wrong, as those of the past were. */
function errorsFor(tests: readonly Test[], open: number): number[] {
  const telling = tests.filter(({ shareError }) => shareError !== null);
  const used = open > 0 && telling.length >= leastErrors ? telling : tests;
  return used.map(({ shareError, lateError }) => (shareError ?? 0) * open + lateError);
}

/** Of tests apart by how far ahead they looked. */
function backTestOf(apart: readonly (readonly Test[])[]): BackTest {
  const tests = apart.flat();
  const judged = apart.flatMap((own) => own.flatMap((test) => isInside(test, own) ?? []));
  return {
    origins: new Set(tests.map(({ origin }) => origin)).size,
    tests: tests.length,
    meanError: meanOf(tests.map(({ came, expected }) => Math.abs(came - expected))),
    naiveError: meanOf(tests.map(({ naiveError }) => naiveError)),
    coverage: judged.length === 0 ? null : judged.filter(Boolean).length / judged.length,
    judged: judged.length,
  };
}

/** Whether what came lay in the interval made of errors known by then; null where those are too few. */
function isInside(test: Test, own: readonly Test[]): boolean | null {
  // An interval of that week could rest only on weeks that were over.
  const earlier = own.filter(({ ahead, origin }) => origin + ahead < test.origin);
  if (earlier.length < leastErrors) return null;
  const { low, high } = intervalOf(test.expected, errorsFor(earlier, test.open));
  // What is equal but for rounding lies inside.
  return test.came >= low - 1e-9 && test.came <= high + 1e-9;
}

/**
 * Around a point, which it always holds; nobody lacks fewer than none. Its ends are errors that came, by their rank among one more
 * than there are (as of conformal prediction): of fewer than nineteen it reaches to the worst of either side.
 */
function intervalOf(expected: number, errors: readonly number[]): { readonly low: number; readonly high: number } {
  const sorted = errors.toSorted((a, b) => a - b);
  const rankOf = (share: number, round: (value: number) => number): number =>
    Math.min(Math.max(round((sorted.length + 1) * share) - 1, 0), sorted.length - 1);
  const [below, above] = [sorted[rankOf(tails.low, Math.floor)] ?? 0, sorted[rankOf(tails.high, Math.ceil)] ?? 0];
  return { low: Math.max(0, expected + Math.min(0, below)), high: expected + Math.max(0, above) };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : sumOf(values) / values.length);

/** Heads wanted a week, on average, in what a forecast from `origin` is learnt from. */
export function wantedAWeek({ weeks }: ShortagePanel, origin: number): number {
  return meanOf(weeks.slice(Math.max(0, origin - windowWeeks), origin).map(({ wanted }) => wanted));
}
