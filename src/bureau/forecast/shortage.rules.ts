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
/** Shares of the errors between which the interval lies: eight in ten. */
const tails = { low: 0.1, high: 0.9 } as const;
/** Earlier errors that an interval of the past must rest on to be judged. */
const leastErrors = 5;

/** A week ahead: what it is expected to lack, and what that is made of. */
export interface ForecastPoint {
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
  /** What came, less what was forecast. */
  readonly error: number;
  readonly naiveError: number;
}

/**
 * The shortage of the weeks after `origin`, from what was known in that week. Of the seats that are open now, the share stays
 * open that stayed open of those known as long before in the last quarter; what is not published yet is taken as the mean of
 * what came to be known that late in the last quarter. The interval comes of the errors of the same method on the same series.
 */
export function forecastAt(panel: ShortagePanel, weeks: number, origin: number = panel.now): ShortageForecast {
  const first = panel.weeks.findIndex(({ wanted }) => wanted > 0);
  const past = first === -1 ? [] : panel.weeks.slice(first, Math.max(first, origin));
  const sufficiency = {
    ...{ weeks: past.length, weeksNeeded: leastTraining + leastTests + weeks },
    ...{ busyWeeks: past.filter(({ wanted }) => wanted > 0).length, busyWeeksNeeded: leastBusy },
  };
  if (sufficiency.weeks < sufficiency.weeksNeeded || sufficiency.busyWeeks < leastBusy)
    return { sufficiency, points: [], backTest: null };
  const tests = testsOf(past, weeks);
  const points = aheads(weeks).map((ahead) => {
    const open = panel.weeks[origin + ahead]?.known[ahead - 1]?.open ?? 0;
    const orders = origin === panel.now ? (panel.orders[ahead - 1] ?? 0) : 0;
    const { stays, toCome } = estimate(past, ahead, open, orders);
    const expected = stays + toCome;
    const errors = tests.filter((test) => test.ahead === ahead).map(({ error }) => error);
    return {
      ...{ ahead, open, orders, stays, toCome, expected, ...intervalOf(expected, errors) },
      meanError: meanOf(errors.map(Math.abs)),
    };
  });
  return { sufficiency, points, backTest: backTestOf(past, tests) };
}

const aheads = (weeks: number): number[] => Array.from({ length: weeks }, (_, at) => at + 1);

/** How much of what is open stays open, and how much is still to come, learnt from the weeks given. */
function estimate(
  past: readonly ShortageWeek[],
  ahead: number,
  open: number,
  orders: number,
): Pick<ForecastPoint, 'stays' | 'toCome'> {
  const learnt = past.slice(-windowWeeks);
  const known = learnt.map((week) => week.known[ahead - 1] ?? { open: 0, stays: 0 });
  const knownOpen = sumOf(known.map((one) => one.open));
  // Where nothing was known that early, nothing says that open seats are filled.
  const share = knownOpen === 0 ? 1 : sumOf(known.map((one) => one.stays)) / knownOpen;
  const late = meanOf(learnt.map((week, at) => week.open - (known[at]?.stays ?? 0)));
  return { stays: share * open, toCome: Math.max(late, share * orders) };
}

/** Forecasts from every week that has enough before it, against what came; rolling origin. */
function testsOf(past: readonly ShortageWeek[], weeks: number): Test[] {
  const tests: Test[] = [];
  for (let origin = leastTraining; origin < past.length; origin++) {
    const before = past.slice(0, origin);
    for (const ahead of aheads(weeks)) {
      const target = past[origin + ahead];
      if (!target) break;
      const { stays, toCome } = estimate(before, ahead, target.known[ahead - 1]?.open ?? 0, 0);
      const naive = before.at(-1)?.open ?? 0;
      tests.push({
        ...{ origin, ahead, error: target.open - stays - toCome, naiveError: Math.abs(target.open - naive) },
      });
    }
  }
  return tests;
}

function backTestOf(past: readonly ShortageWeek[], tests: readonly Test[]): BackTest {
  const judged = tests.flatMap((test) => {
    // An interval of that week could rest only on weeks that were over.
    const earlier = tests.filter(({ ahead, origin }) => ahead === test.ahead && origin + ahead < test.origin);
    const came = past[test.origin + test.ahead];
    if (!came || earlier.length < leastErrors) return [];
    const { low, high } = intervalOf(
      came.open - test.error,
      earlier.map(({ error }) => error),
    );
    // What is equal but for rounding lies inside.
    return [came.open >= low - 1e-9 && came.open <= high + 1e-9];
  });
  return {
    origins: new Set(tests.map(({ origin }) => origin)).size,
    tests: tests.length,
    meanError: meanOf(tests.map(({ error }) => Math.abs(error))),
    naiveError: meanOf(tests.map(({ naiveError }) => naiveError)),
    coverage: judged.length === 0 ? null : judged.filter(Boolean).length / judged.length,
    judged: judged.length,
  };
}

/** Around a point, which it always holds; nobody lacks fewer than none. */
function intervalOf(expected: number, errors: readonly number[]): { readonly low: number; readonly high: number } {
  const sorted = errors.toSorted((a, b) => a - b);
  return {
    low: Math.max(0, expected + Math.min(0, quantileOf(sorted, tails.low))),
    high: expected + Math.max(0, quantileOf(sorted, tails.high)),
  };
}

/** By linear interpolation between the values, which are in order (type 7 of Hyndman and Fan). */
function quantileOf(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : sumOf(values) / values.length);

/** Heads wanted a week, on average, in what a forecast from `origin` is learnt from. */
export function wantedAWeek({ weeks }: ShortagePanel, origin: number): number {
  return meanOf(weeks.slice(Math.max(0, origin - windowWeeks), origin).map(({ wanted }) => wanted));
}
