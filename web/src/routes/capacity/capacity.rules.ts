import { inDays } from '../../api/local-day';
import type { HeatDay } from '../../ui/calendar/heat-calendar';
import { addDays } from '../../ui/calendar/calendar.rules';
import type { WindowFragment } from './windows.graphql.ts';

/** How many days a calendar shows at once: five whole weeks. */
export const shownDays = 35;

/** Hours, as they are filled in, as the minutes that the API takes. */
export function minutesOf(hours: string): number {
  return Math.round(60 * Number(hours));
}

/** Minutes as hours, to two decimals. */
export function hoursOf(minutes: number): number {
  return Math.round((100 * minutes) / 60) / 100;
}

/** The period that is looked at: from the address, else from today. */
export function periodOf(address: Pick<URLSearchParams, 'get'>): { readonly from: string; readonly until: string } {
  const from = address.get('from') ?? inDays(0);
  const until = address.get('until') ?? addDays(from, shownDays - 1);
  return until < from ? { from, until: from } : { from, until };
}

interface CountedDay {
  readonly day: string;
  readonly offeredMinutes: number;
  readonly freeMinutes: number;
  readonly bookedMinutes: number;
}

/** What is said of a day. */
export interface DayWords {
  readonly free: (freeHours: number, offeredHours: number) => string;
  readonly nothing: string;
  readonly number: (value: number) => string;
}

/** Days of a window by how much of each is free; days without any of it have nothing to measure. */
export function freeDays(days: readonly CountedDay[], words: DayWords): readonly HeatDay[] {
  return days.map(({ day, offeredMinutes, freeMinutes }) => {
    if (offeredMinutes === 0) return { day, figure: '', text: words.nothing };
    const [free, offered] = [hoursOf(freeMinutes), hoursOf(offeredMinutes)];
    return {
      ...{ day, figure: words.number(free), text: words.free(free, offered) },
      share: freeMinutes / offeredMinutes,
    };
  });
}

/** How much of what is offered is taken, over all days. */
export function takenOf(days: readonly CountedDay[]): { readonly booked: number; readonly offered: number } {
  const sum = (of: (day: CountedDay) => number): number => days.reduce((total, day) => total + of(day), 0);
  return { booked: sum(({ bookedMinutes }) => bookedMinutes), offered: sum(({ offeredMinutes }) => offeredMinutes) };
}

/** Days with the hours that are wanted of each. */
export type WantedHours = ReadonlyMap<string, string>;

/** A day is taken or left; taken, it begins with what is free, eight hours at most. */
export function withDay(wanted: WantedHours, day: string, freeMinutes: number): WantedHours {
  const next = new Map(wanted);
  if (!next.delete(day)) next.set(day, String(hoursOf(Math.min(480, freeMinutes))));
  return new Map([...next].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The most that can be had of a day: of the first, the set-up takes its part. */
export function most(
  day: string,
  freeMinutes: number,
  { days, setupMinutes }: { readonly days: readonly string[]; readonly setupMinutes: number },
): number {
  return Math.max(0, freeMinutes - (days.every((other) => day <= other) ? setupMinutes : 0));
}

/** What a booking will come to, fen: set-up included, half a fen up, as the API counts it. */
export function bookedFen(
  wanted: WantedHours,
  { fenPerHour, setupMinutes }: Pick<WindowFragment, 'fenPerHour' | 'setupMinutes'>,
): number {
  const minutes = [...wanted.values()].reduce((sum, hours) => sum + minutesOf(hours), 0);
  return minutes === 0 ? 0 : Math.floor(((minutes + setupMinutes) * fenPerHour) / 60 + 0.5);
}

/** How far a step of a request is met, 0 to 1. */
export function securedShare({
  minutes,
  securedMinutes,
}: {
  readonly minutes: number;
  readonly securedMinutes: number;
}): number {
  return minutes === 0 ? 0 : Math.min(1, securedMinutes / minutes);
}

export const bookingTones = {
  HELD: 'call',
  CONFIRMED: 'good',
  FULFILLED: 'good',
  RELEASED: 'plain',
} as const;

export const bookingStates = ['HELD', 'CONFIRMED', 'FULFILLED', 'RELEASED'] as const;
export const bookingSides = ['OWNER', 'CUSTOMER'] as const;

const stepsBehind = { HELD: 1, CONFIRMED: 2, FULFILLED: 3, RELEASED: 0 } as const;

/** How many of the steps held, confirmed, recorded are behind. */
export function stepsDone(state: keyof typeof stepsBehind): number {
  return stepsBehind[state];
}

/** A proposal for a step, with the days that it advises of one window. */
export interface Advice<Proposal> {
  readonly step: number;
  readonly windowId: string;
  readonly proposals: readonly Proposal[];
}

/** Proposals are by day; what is of one step and one window is held together. */
export function adviceOf<
  Proposal extends { readonly step: number; readonly day: string; readonly window: { readonly id: string } | null },
>(proposals: readonly Proposal[]): readonly Advice<Proposal>[] {
  const groups = new Map<string, Advice<Proposal>>();
  for (const proposal of proposals) {
    const { step, window } = proposal;
    if (!window) continue;
    const key = `${String(step)} ${window.id}`;
    const before = groups.get(key)?.proposals ?? [];
    groups.set(key, { step, windowId: window.id, proposals: [...before, proposal] });
  }
  return [...groups.values()];
}
