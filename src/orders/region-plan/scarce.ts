import type { SolveProgram } from '../../matching/index.js';
import { planJointly, state } from './joint-plan.js';
import { pool } from './pool.js';
import type { Leg, Market, RegionPlan } from './region-plan.js';

/** What more of a scarce thing would be worth. */
export interface Scarce {
  readonly leg: Leg;
  readonly thing: string;
  /** What one more unit is worth at most, by the relaxed programme (a shadow price). */
  readonly worthPerUnit: number;
  /** So many units more, where they help most … */
  readonly more: number;
  /** … secure so many orders more, which are worth so much more: found by planning again. */
  readonly moreOrders: number;
  readonly moreValue: number;
}

const atMost = 5;
const tenth = 0.1;
const againS = 4;

/** The scarcest things, the dearest first: shadow prices tell which, planning again with a tenth more of each tells what it brings. */
export async function scarceThings(market: Market, plan: RegionPlan, solve: SolveProgram): Promise<Scarce[]> {
  const pooled = pool(market);
  const stated = state(pooled.market, 'continuous', 'continuous');
  const { rowDual } = await solve(stated.program.finish(), { timeLimitS: againS });
  const best = new Map<string, { readonly supply: number; readonly worth: number }>();
  for (const { supply, row } of stated.supplyRows) {
    const { leg, thing } = pooled.market.supplies[supply] ?? { leg: 'labour', thing: '' };
    const worth = Math.abs(rowDual[row] ?? 0);
    const key = `${leg} ${thing}`;
    if (worth > (best.get(key)?.worth ?? 1e-6)) best.set(key, { supply: pooled.members[supply]?.[0] ?? 0, worth });
  }
  const dearest = [...best.values()].toSorted((a, b) => weight(market, b) - weight(market, a)).slice(0, atMost);
  const scarce: Scarce[] = [];
  for (const { supply, worth } of dearest) {
    const { leg, thing } = market.supplies[supply] ?? { leg: 'labour' as const, thing: '' };
    const more = moreOf(market, supply);
    const supplies = market.supplies.map((one, s) => (s === supply ? { ...one, quantity: one.quantity + more } : one));
    const options = { timeLimitS: againS, relativeGap: 0.001, start: plan };
    const again = await planJointly({ ...market, supplies }, solve, options);
    scarce.push({
      ...{ leg, thing, worthPerUnit: worth, more, moreValue: again.value - plan.value },
      moreOrders: again.secured.length - plan.secured.length,
    });
  }
  return scarce;
}

/** A tenth of all that there is of the thing, at least one. */
function moreOf({ supplies }: Market, supply: number): number {
  const thing = supplies[supply]?.thing;
  const all = supplies.reduce((sum, one) => sum + (one.thing === thing ? one.quantity : 0), 0);
  return Math.max(1, Math.round(all * tenth));
}

const weight = (market: Market, { supply, worth }: { supply: number; worth: number }): number =>
  worth * moreOf(market, supply);
