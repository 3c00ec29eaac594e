import { type ColumnKind, type Entry, Program, type SolveProgram } from '../../matching/index.js';
import { pool, type Pooled, spread } from './pool.js';
import { type Draw, type Market, planOfDraws, type RegionPlan } from './region-plan.js';

export interface JointPlan extends RegionPlan {
  /** No plan is worth more. */
  readonly bound: number;
  /** How far the bound lies above the plan, as a share of the bound. */
  readonly gap: number;
}

export interface JointOptions {
  readonly timeLimitS: number;
  /** The plan may end this close to the bound. */
  readonly relativeGap: number;
  /** A plan to begin with. */
  readonly start: RegionPlan;
}

/** Columns and rows of a market, and which is which. */
export interface StatedMarket {
  readonly program: Program;
  readonly orders: readonly number[];
  readonly flows: readonly (Omit<Draw, 'quantity'> & { readonly column: number })[];
  /** The rows that say how much there is of a supply. */
  readonly supplyRows: readonly { readonly supply: number; readonly row: number }[];
}

/** Of the time, for the choice of orders; the rest is for handing out whole heads. */
const choiceShare = 0.75;

/**
 * Chooses jointly which orders to secure: maximise the value of orders that get all that they lack, so that nothing is
 * used twice. First the orders are chosen with heads that may be split; then heads are handed out whole to those chosen. With
 * the orders given, material and minutes are a transportation problem, whose corners are whole by themselves. The
 * bound is that of the first step, so it holds for the second.
 */
export async function planJointly(market: Market, solve: SolveProgram, options: JointOptions): Promise<JointPlan> {
  const { start, relativeGap, timeLimitS } = options;
  const pooled = pool(market);
  const stated = state(pooled.market, 'continuous');
  const choice = await solve(stated.program.finish(), {
    ...{ timeLimitS: timeLimitS * choiceShare, relativeGap },
    start: startOf(stated, pooledPlan(pooled, start)),
  });
  const whole =
    choice.values && (await withWholeHeads(pooled, stated, choice.values, solve, timeLimitS * (1 - choiceShare)));
  const found = whole && { ...whole, draws: spread(market, pooled, whole.draws) };
  const plan = found && found.value >= start.value ? found : start;
  const bound = Math.max(plan.value, choice.bound);
  return { ...plan, bound, gap: bound === 0 ? 0 : (bound - plan.value) / bound };
}

/** The chosen orders with heads in one piece; one that this cannot serve is left out. */
async function withWholeHeads(
  { market }: Pooled,
  stated: StatedMarket,
  values: Float64Array,
  solve: SolveProgram,
  timeLimitS: number,
): Promise<RegionPlan | undefined> {
  const chosen = stated.orders.flatMap((column, o) => ((values[column] ?? 0) > 0.5 ? [o] : []));
  const isWhole = stated.flows.every(({ column }) => Math.abs((values[column] ?? 0) % 1) < 1e-6);
  if (isWhole) return planOf(market, stated, values);
  const part = { ...market, orders: chosen.flatMap((o) => market.orders[o] ?? []) };
  const again = state(part, 'integer');
  const outcome = await solve(again.program.finish(), { timeLimitS, relativeGap: 0 });
  if (!outcome.values) return undefined;
  const plan = planOf(part, again, outcome.values);
  return {
    ...plan,
    secured: plan.secured.map((o) => chosen[o] ?? 0),
    draws: plan.draws.map((draw) => ({ ...draw, order: chosen[draw.order] ?? 0 })),
  };
}

/** A plan as draws from pools. */
function pooledPlan({ members }: Pooled, plan: RegionPlan): RegionPlan {
  const poolAt = new Map(members.flatMap((of, at) => of.map((s): [number, number] => [s, at])));
  const draws = new Map<string, Draw>();
  for (const draw of plan.draws) {
    const supply = poolAt.get(draw.supply) ?? 0;
    const key = `${draw.order} ${draw.requirement} ${supply}`;
    draws.set(key, { ...draw, supply, quantity: draw.quantity + (draws.get(key)?.quantity ?? 0) });
  }
  return { ...plan, draws: [...draws.values()] };
}

export function state(market: Market, heads: ColumnKind, choices: ColumnKind = 'integer'): StatedMarket {
  const program = new Program();
  const orders = market.orders.map(({ value }) => program.column(value, 0, 1, choices));
  const flows: (Omit<Draw, 'quantity'> & { column: number })[] = [];
  for (const [o, { requirements }] of market.orders.entries())
    for (const [r, { leg, quantity, supplies }] of requirements.entries()) {
      const entries: Entry[] = [[orders[o] ?? 0, -quantity]];
      for (const supply of supplies) {
        const most = Math.min(quantity, market.supplies[supply]?.quantity ?? 0);
        const column = program.column(0, 0, most, leg === 'labour' ? heads : 'continuous');
        flows.push({ order: o, requirement: r, supply, column });
        entries.push([column, 1]);
      }
      program.row(0, 0, entries);
    }
  return { program, orders, flows, supplyRows: supplyRowsOf(market, program, flows) };
}

/** What is used up is used once; heads are held by no more than there are on the first day of each span. */
function supplyRowsOf(market: Market, program: Program, flows: StatedMarket['flows']): StatedMarket['supplyRows'] {
  const bySupply = new Map<number, StatedMarket['flows'][number][]>();
  for (const flow of flows) {
    const of = bySupply.get(flow.supply);
    if (of) of.push(flow);
    else bySupply.set(flow.supply, [flow]);
  }
  return [...bySupply].flatMap(([supply, of]) => {
    const { leg, quantity } = market.supplies[supply] ?? { leg: 'material', quantity: 0 };
    const groups = leg === 'labour' ? heldAtOnce(market, of) : [of];
    return groups.map((group) => ({
      supply,
      row: program.row(
        0,
        quantity,
        group.map(({ column }): Entry => [column, 1]),
      ),
    }));
  });
}

/** Groups of flows whose spans share a day, those that are part of a larger group left out. */
function heldAtOnce(market: Market, flows: StatedMarket['flows']): StatedMarket['flows'][] {
  const spanOf = ({ order, requirement }: { order: number; requirement: number }): { from: number; until: number } =>
    market.orders[order]?.requirements[requirement] ?? { from: 0, until: 0 };
  const days = [...new Set(flows.map((flow) => spanOf(flow).from))].sort((a, b) => a - b);
  const groups = days.map((day) => flows.filter((flow) => spanOf(flow).from <= day && day <= spanOf(flow).until));
  return groups.filter((group, n) => {
    const next = groups[n + 1];
    return !next || !group.every((flow) => next.includes(flow));
  });
}

function startOf({ program, orders, flows }: StatedMarket, plan: RegionPlan): Float64Array {
  const values = new Float64Array(program.columnCount);
  for (const o of plan.secured) values[orders[o] ?? 0] = 1;
  const keyOf = ({ order, requirement, supply }: Omit<Draw, 'quantity'>): string => `${order} ${requirement} ${supply}`;
  const columns = new Map(flows.map((flow) => [keyOf(flow), flow.column]));
  for (const draw of plan.draws) values[columns.get(keyOf(draw)) ?? 0] = draw.quantity;
  return values;
}

function planOf(market: Market, { orders, flows }: StatedMarket, values: Float64Array): RegionPlan {
  const secured = orders.flatMap((column, o) => ((values[column] ?? 0) > 0.5 ? [o] : []));
  const isSecured = new Set(secured);
  const draws = flows.flatMap(({ column, ...flow }) => {
    const quantity = Math.round(values[column] ?? 0);
    return quantity > 0 && isSecured.has(flow.order) ? [{ ...flow, quantity }] : [];
  });
  return planOfDraws(market, secured, draws);
}
