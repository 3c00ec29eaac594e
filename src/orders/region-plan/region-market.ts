import { distanceM } from '../../matching/index.js';
import { Exact } from '../../platform/decimal/decimal.js';
import type { LackRow, ShareRow } from './region-plan.loader.js';
import type { Market, OpenOrder, Requirement, Supply } from './region-plan.js';

/** Material is counted in thousandths of its base unit: what is there down, what is lacking up. */
const materialScale = 1000;
const grades = ['A', 'B', 'C', 'reclaimed'];

/** A region's orders and shares as the planner wants them; the nearest supplies first. */
export function marketOf(
  lacks: readonly LackRow[],
  shares: readonly ShareRow[],
  { materialReachM, byNumber }: { readonly materialReachM: number; readonly byNumber: boolean },
): Market {
  const byThing = new Map<string, number[]>();
  for (const [s, { leg, things }] of shares.entries())
    for (const { id } of things) {
      const key = `${leg} ${id}`;
      const at = byThing.get(key);
      if (at) at.push(s);
      else byThing.set(key, [s]);
    }
  const orders = new Map<string, OpenOrder & { readonly requirements: Requirement[] }>();
  for (const lack of lacks) {
    const order = orders.get(lack.orderId) ?? {
      ...{ id: lack.orderId, value: byNumber ? 1 : lack.valueFen, requirements: [] },
    };
    orders.set(lack.orderId, order);
    const near = (byThing.get(`${lack.leg} ${lack.thingId}`) ?? [])
      .flatMap((s) => {
        const share = shares[s];
        const metres = share && distanceM(share, lack);
        return share && metres !== undefined && suits(lack, share, metres, materialReachM) ? [{ s, metres }] : [];
      })
      .toSorted((a, b) => a.metres - b.metres || a.s - b.s);
    order.requirements.push({
      ...{ leg: lack.leg, thing: lack.thingId, quantity: unitsOf(lack.leg, lack.missing, true) },
      ...{ from: lack.firstDay, until: lack.lastDay, supplies: near.map(({ s }) => s) },
    });
  }
  const supplies = shares.map(({ id, leg, things, quantity }): Supply => ({
    ...{ id, leg, thing: things[0]?.id ?? '', quantity: unitsOf(leg, quantity, false) },
  }));
  return { orders: [...orders.values()], supplies };
}

/** Whole units of the planner as heads, base units or minutes. */
export function amountOf(leg: LackRow['leg'], units: number): string {
  return leg === 'material' ? new Exact(units).div(materialScale).toFixed() : String(units);
}

function unitsOf(leg: LackRow['leg'], amount: string, up: boolean): number {
  const exact = leg === 'material' ? new Exact(amount).times(materialScale) : new Exact(amount);
  return (up ? exact.ceil() : exact.floor()).toNumber();
}

function suits(lack: LackRow, share: ShareRow, metres: number, materialReachM: number): boolean {
  if (share.enterpriseId === lack.enterpriseId) return false;
  if (lack.ceilingFen !== null && share.fen !== null && share.fen > lack.ceilingFen) return false;
  if (lack.leg === 'material')
    return metres <= materialReachM && grades.indexOf(share.grade ?? '') <= grades.indexOf(lack.minimumGrade ?? '');
  if (lack.leg === 'capacity') return share.firstDay >= lack.firstDay && share.firstDay <= lack.lastDay;
  const level = share.things.find(({ id }) => id === lack.thingId)?.level ?? 0;
  const isThere = share.firstDay <= lack.firstDay && share.lastDay >= lack.lastDay;
  return isThere && level >= (lack.minLevel ?? 1) && share.wageUnit === lack.wageUnit && metres <= (share.radiusM ?? 0);
}
