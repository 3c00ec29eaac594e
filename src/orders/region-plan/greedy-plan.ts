import { type Draw, type Leg, type Market, type OpenOrder, planOfDraws, type RegionPlan } from './region-plan.js';

/** Secures orders one after the other, each with the best that is left, or not at all: what happens where nobody plans. */
export function secureOneByOne(
  market: Market,
  sequence: readonly number[],
  legs: ReadonlySet<Leg> = new Set(['labour', 'material', 'capacity']),
): RegionPlan {
  const ledger = new Ledger(market);
  const secured = sequence.filter((o) => {
    const order = market.orders[o];
    return order !== undefined && ledger.secure(o, order, legs);
  });
  return planOfDraws(market, secured, ledger.draws);
}

/** Orders that are worth the most for the scarcest that they take, first. */
export function byWorth({ orders, supplies }: Market): number[] {
  const there = new Map<string, number>();
  const wanted = new Map<string, number>();
  const add = (to: Map<string, number>, thing: string, quantity: number): unknown =>
    to.set(thing, (to.get(thing) ?? 0) + quantity);
  for (const { thing, quantity } of supplies) add(there, thing, quantity);
  for (const { requirements } of orders) for (const { thing, quantity } of requirements) add(wanted, thing, quantity);
  const burden = ({ requirements }: OpenOrder): number =>
    requirements.reduce((sum, { thing, quantity }) => {
      const supply = there.get(thing) ?? 0;
      const scarcity = (wanted.get(thing) ?? 0) / Math.max(1, supply);
      return sum + (quantity / Math.max(1, supply)) * Math.max(0.05, scarcity - 0.7);
    }, 1e-9);
  const worth = orders.map((order) => order.value / burden(order));
  return orders.map((_, o) => o).toSorted((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
}

interface Held {
  readonly from: number;
  readonly until: number;
  readonly quantity: number;
}

/** What is left while orders are secured. */
class Ledger {
  readonly draws: Draw[] = [];
  private readonly left: number[];
  private readonly held = new Map<number, Held[]>();

  constructor(private readonly market: Market) {
    this.left = market.supplies.map(({ quantity }) => quantity);
  }

  /** All requirements of the legs that are shared, or nothing; what is not shared must not be lacking. */
  secure(o: number, order: OpenOrder, legs: ReadonlySet<Leg>): boolean {
    if (order.requirements.some(({ leg, quantity }) => quantity > 0 && !legs.has(leg))) return false;
    const draws: Draw[] = [];
    for (const [r, requirement] of order.requirements.entries()) {
      let lacking = requirement.quantity;
      for (const s of requirement.supplies) {
        const quantity = Math.min(lacking, this.free(s, requirement.from, requirement.until));
        if (quantity === 0) continue;
        lacking -= quantity;
        const draw = { order: o, requirement: r, supply: s, quantity };
        draws.push(draw);
        this.book(draw, requirement, 1);
        if (lacking === 0) break;
      }
      if (lacking > 0) {
        for (const draw of draws) this.book(draw, order.requirements[draw.requirement] ?? requirement, -1);
        return false;
      }
    }
    this.draws.push(...draws);
    return true;
  }

  /** Heads that nobody holds on any day of a span; for what is used up, what is left. */
  private free(s: number, from: number, until: number): number {
    const held = this.held.get(s);
    if (!held) return this.left[s] ?? 0;
    const overlapping = held.filter((one) => one.from <= until && from <= one.until);
    const days = [from, ...overlapping.map((one) => Math.max(from, one.from))];
    const heldOn = (day: number): number =>
      overlapping.reduce((sum, one) => sum + (one.from <= day && day <= one.until ? one.quantity : 0), 0);
    return (this.market.supplies[s]?.quantity ?? 0) - Math.max(0, ...days.map(heldOn));
  }

  private book({ supply, quantity }: Draw, { from, until }: { from: number; until: number }, sign: 1 | -1): void {
    if (this.market.supplies[supply]?.leg !== 'labour') {
      this.left[supply] = (this.left[supply] ?? 0) - sign * quantity;
      return;
    }
    const held = this.held.get(supply) ?? [];
    this.held.set(supply, held);
    if (sign === 1) held.push({ from, until, quantity });
    else
      held.splice(
        held.findLastIndex((one) => one.from === from && one.until === until && one.quantity === quantity),
        1,
      );
  }
}
