import type { Draw, Market, Supply } from './region-plan.js';

/** A market in which supplies that serve the same requirements are one; a smaller problem with the same answer. */
export interface Pooled {
  readonly market: Market;
  /** By pool: the supplies that it stands for. */
  readonly members: readonly (readonly number[])[];
}

export function pool(market: Market): Pooled {
  const servesWhat = market.supplies.map((): string[] => []);
  for (const [o, { requirements }] of market.orders.entries())
    for (const [r, { supplies }] of requirements.entries()) for (const s of supplies) servesWhat[s]?.push(`${o}.${r}`);
  const poolOf = new Map<string, number>();
  const members: number[][] = [];
  const poolAt = market.supplies.map((supply, s) => {
    const key = `${supply.leg} ${servesWhat[s]?.join() ?? ''}`;
    const at = poolOf.get(key) ?? members.push([]) - 1;
    poolOf.set(key, at);
    members[at]?.push(s);
    return at;
  });
  const supplies = members.map((of): Supply => {
    const [first = { id: '', leg: 'material', thing: '', quantity: 0 } as const] = of.flatMap(
      (s) => market.supplies[s] ?? [],
    );
    return { ...first, quantity: of.reduce((sum, s) => sum + (market.supplies[s]?.quantity ?? 0), 0) };
  });
  const orders = market.orders.map((order) => ({
    ...order,
    requirements: order.requirements.map((requirement) => ({
      ...requirement,
      supplies: [...new Set(requirement.supplies.map((s) => poolAt[s] ?? 0))],
    })),
  }));
  return { market: { orders, supplies }, members };
}

/**
 * Draws from pools as draws from their members. Heads are handed out in the order of the first days: whoever is free on
 * that day is free from then on, so those of a pool always suffice.
 */
export function spread(market: Market, { members }: Pooled, draws: readonly Draw[]): Draw[] {
  const spanOf = ({ order, requirement }: Draw): { readonly from: number; readonly until: number } =>
    market.orders[order]?.requirements[requirement] ?? { from: 0, until: 0 };
  const taken = new Map<number, { readonly until: number; readonly quantity: number }[]>();
  return draws
    .toSorted((a, b) => spanOf(a).from - spanOf(b).from)
    .flatMap((draw) => {
      const { from, until } = spanOf(draw);
      let lacking = draw.quantity;
      return (members[draw.supply] ?? []).flatMap((s) => {
        const { leg, quantity = 0 } = market.supplies[s] ?? {};
        const used = (taken.get(s) ?? []).filter((one) => leg !== 'labour' || one.until >= from);
        const free = quantity - used.reduce((sum, one) => sum + one.quantity, 0);
        const part = Math.min(lacking, free);
        if (part <= 0) return [];
        lacking -= part;
        taken.set(s, [...used, { until, quantity: part }]);
        return [{ ...draw, supply: s, quantity: part }];
      });
    });
}
