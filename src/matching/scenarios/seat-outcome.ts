import type { Demand } from '../edges/candidate.js';
import type { World } from './world.js';

/** Seats filled and open, of whatever is counted. */
export interface Fill {
  readonly seats: number;
  readonly filled: number;
}
export interface BeforeAfter {
  readonly before: Fill;
  readonly after: Fill;
}

/** A need whose number of seats filled is another one. */
export interface MovedSeats extends BeforeAfter {
  readonly needId: string;
  readonly regionId: string;
  readonly occupationId: string;
}

/** Seats before and after, in all and by what they are. */
export interface SeatOutcome extends BeforeAfter {
  readonly regions: readonly (BeforeAfter & { readonly regionId: string })[];
  readonly occupations: readonly (BeforeAfter & { readonly occupationId: string })[];
  /** Those that change most first, at most `mostMoved`. */
  readonly moved: readonly MovedSeats[];
}

/** A market’s needs, and who sits where: worker → need. */
export interface Side {
  readonly needs: ReadonlyMap<string, Demand>;
  readonly seats: ReadonlyMap<string, string>;
}

const mostMoved = 200;

/** `countyOf` tells the county of a need. */
export function seatOutcome(before: Side, after: Side, countyOf: (needId: string) => string): SeatOutcome {
  const rows = needRows(before, after, countyOf);
  return {
    ...total(rows),
    regions: grouped(rows, ({ regionId }) => regionId).map(([regionId, of]) => ({ regionId, ...of })),
    occupations: grouped(rows, ({ occupationId }) => occupationId).map(([occupationId, of]) => ({
      occupationId,
      ...of,
    })),
    moved: mostFirst(rows),
  };
}

/** Whom other weights favour: places, trades, needs, and the enterprises that hire, each with the seats it gains or loses. */
export interface Favoured extends Pick<SeatOutcome, 'regions' | 'occupations' | 'moved'> {
  readonly enterprises: readonly (BeforeAfter & { readonly enterpriseId: string })[];
}

/** Of two plans of one market. */
export function favoured(world: World, before: Side['seats'], after: Side['seats']): Favoured {
  const now = { needs: world.needs, seats: before };
  const then = { needs: world.needs, seats: after };
  const countyOf = (needId: string): string => countyOfNeed(world, needId) ?? '';
  const { regions, occupations, moved } = seatOutcome(now, then, countyOf);
  const enterprises = grouped(needRows(now, then, countyOf), ({ needId }) => world.needs.get(needId)?.hostId ?? '');
  return {
    ...{ regions, occupations, moved },
    enterprises: mostFirst(enterprises.map(([enterpriseId, of]) => ({ enterpriseId, ...of }))),
  };
}

/** undefined for a need that is nowhere yet. */
export function countyOfNeed({ regionOfNeed, countyOf }: World, needId: string): string | undefined {
  const regionId = regionOfNeed.get(needId);
  return regionId === undefined ? undefined : (countyOf.get(regionId) ?? regionId);
}

/** Workers whose seat is another one, or who have one and had none, or the reverse. */
export function workersMoved(before: Side['seats'], after: Side['seats']): number {
  const everyone = new Set([...before.keys(), ...after.keys()]);
  return [...everyone].filter((workerId) => before.get(workerId) !== after.get(workerId)).length;
}

function needRows(before: Side, after: Side, countyOf: (needId: string) => string): MovedSeats[] {
  const [filledBefore, filledAfter] = [filledByNeed(before.seats), filledByNeed(after.seats)];
  return [...new Set([...before.needs.keys(), ...after.needs.keys()])].map((needId) => {
    const demand = after.needs.get(needId) ?? before.needs.get(needId);
    return {
      needId,
      occupationId: demand?.occupationId ?? '',
      regionId: countyOf(needId),
      before: { seats: before.needs.get(needId)?.seatsOpen ?? 0, filled: filledBefore.get(needId) ?? 0 },
      after: { seats: after.needs.get(needId)?.seatsOpen ?? 0, filled: filledAfter.get(needId) ?? 0 },
    };
  });
}

function filledByNeed(seats: Side['seats']): Map<string, number> {
  const filled = new Map<string, number>();
  for (const needId of seats.values()) filled.set(needId, (filled.get(needId) ?? 0) + 1);
  return filled;
}

/** Those that change. */
function mostFirst<Row extends BeforeAfter>(rows: readonly Row[]): Row[] {
  const changeOf = ({ before, after }: BeforeAfter): number => Math.abs(after.filled - before.filled);
  return rows
    .filter((row) => changeOf(row) > 0)
    .sort((a, b) => changeOf(b) - changeOf(a))
    .slice(0, mostMoved);
}

function grouped<Row extends BeforeAfter>(rows: readonly Row[], by: (row: Row) => string): [string, BeforeAfter][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(by(row));
    if (known) known.push(row);
    else groups.set(by(row), [row]);
  }
  return [...groups]
    .map(([of, members]): [string, BeforeAfter] => [of, total(members)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function total(rows: readonly BeforeAfter[]): BeforeAfter {
  const sum = (side: 'before' | 'after'): Fill => ({
    seats: rows.reduce((all, row) => all + row[side].seats, 0),
    filled: rows.reduce((all, row) => all + row[side].filled, 0),
  });
  return { before: sum('before'), after: sum('after') };
}
