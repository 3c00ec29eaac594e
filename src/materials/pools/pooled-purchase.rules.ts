import { Exact, fits, plain } from '../../platform/decimal/decimal.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import type { MaterialKind } from '../catalogue/material-kind.entity.js';
import { refuseNoQuantity, refuseQuantity, refuseUnit } from '../catalogue/unit.rules.js';
import { refuseDate, refuseKind } from '../lots/material-lot.rules.js';
import { amountFen, refuseHugeAmount } from '../lots/price.rules.js';
import { materialMessages } from '../materials.messages.js';
import { type PooledPurchaseState, pooledPurchaseTransitions } from './pooled-purchase.states.js';

/** From so much in all, a unit costs so much. */
export interface Tier {
  readonly fromQuantity: string;
  readonly fenPerUnit: number;
}

export interface PoolFacts {
  readonly kindId: string;
  readonly unit: string;
  readonly tiers: readonly Tier[];
  readonly threshold: string;
  readonly closesOn: string;
}

/** All that is wrong with a pooled purchase to open, each at its field. */
export function poolRefusals(pool: PoolFacts, kind: MaterialKind | undefined, today: string): (Refusal | undefined)[] {
  const { unit } = pool;
  const unknown = refuseKind(pool.kindId, kind, 'input.kindId') ?? (kind && refuseUnit(kind, unit, 'input.unit'));
  const measured =
    kind && !unknown
      ? [
          atValue(refuseNoQuantity(kind, { value: pool.threshold, unit }, 'input.threshold'), 'input.threshold'),
          ...pool.tiers.map(({ fromQuantity: value }, index) => {
            const field = `input.tiers.${index}.fromQuantity`;
            return atValue(refuseQuantity(kind, { value, unit }, field), field);
          }),
        ]
      : [];
  return [unknown, ...measured, refuseDate(pool.closesOn, today, 'input.closesOn'), refuseTiers(pool)];
}

/** A quantity without a unit of its own is one field. */
function atValue(refusal: Refusal | undefined, field: string): Refusal | undefined {
  return refusal && { ...refusal, field };
}

function refuseTiers({ tiers, threshold }: PoolFacts): Refusal | undefined {
  const rising = tiers.findIndex((tier, index) => {
    const before = tiers[index - 1];
    return before && !(new Exact(tier.fromQuantity).gt(before.fromQuantity) && tier.fenPerUnit < before.fenPerUnit);
  });
  if (rising !== -1)
    return { code: 'VALIDATION_FAILED', message: materialMessages.tiersRise, field: `input.tiers.${rising}` };
  if (new Exact(tiers[0]?.fromQuantity ?? 0).lte(threshold)) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: materialMessages.tierAboveThreshold,
    params: { threshold: plain(threshold) },
    field: 'input.tiers.0.fromQuantity',
  };
}

/** The price at a total: that of the highest tier that it reaches. */
export function tierAt(tiers: readonly Tier[], total: Exact): Tier | undefined {
  return tiers.filter(({ fromQuantity }) => total.gte(fromQuantity)).at(-1);
}

/** The tier that a larger total would reach. */
export function nextTier(tiers: readonly Tier[], total: Exact): Tier | undefined {
  return tiers.find(({ fromQuantity }) => total.lt(fromQuantity));
}

/** What decides whether a pool can be joined or left. */
export interface OpenFacts {
  readonly state: PooledPurchaseState;
  readonly closesOn: string;
}

/** Members come and go until the last day has passed. */
export function refuseLateMember({ state, closesOn }: OpenFacts, today: string): Refusal | undefined {
  const step = refuseTransition(pooledPurchaseTransitions, state, 'committed');
  if (step || today <= closesOn) return step;
  return { code: 'CONFLICT', message: materialMessages.poolOver };
}

/** A share is some whole steps of the unit, and all shares together can be paid. */
export function refuseShare(
  { decimals, unit, tiers }: { readonly decimals: number; readonly unit: string; readonly tiers: readonly Tier[] },
  quantity: Exact,
  totalWithIt: Exact,
): Refusal | undefined {
  const field = 'input.quantity';
  if (!quantity.gt(0)) return { code: 'VALIDATION_FAILED', message: materialMessages.notPositive, field };
  if (!fits(quantity, decimals))
    return { code: 'VALIDATION_FAILED', message: materialMessages.tooFine, params: { unit, decimals }, field };
  return refuseHugeAmount(totalWithIt, { fen: tiers[0]?.fenPerUnit ?? 0, factor: '1' }, field);
}

export function refuseBelowThreshold(threshold: string, total: Exact): Refusal | undefined {
  if (total.gte(threshold)) return undefined;
  return {
    code: 'CONFLICT',
    message: materialMessages.belowThreshold,
    params: { total: plain(total), threshold: plain(threshold) },
  };
}

/** No more arrives than was ordered; less is shared out. */
export function refuseArrival(
  { decimals, unit }: { readonly decimals: number; readonly unit: string },
  arrived: Exact,
  total: Exact,
): Refusal | undefined {
  const field = 'input.quantity';
  if (!arrived.gt(0)) return { code: 'VALIDATION_FAILED', message: materialMessages.notPositive, field };
  if (!fits(arrived, decimals))
    return { code: 'VALIDATION_FAILED', message: materialMessages.tooFine, params: { unit, decimals }, field };
  if (arrived.lte(total)) return undefined;
  return { code: 'CONFLICT', message: materialMessages.moreThanOrdered, params: { total: plain(total) }, field };
}

/** What one member gets and owes. */
export interface Share {
  readonly allocated: string;
  readonly costFen: number;
}

/**
 * Shares out what arrived and what it costs. Goods go in proportion to what was ordered, in whole steps of the unit; the cost in
 * proportion to the goods, in whole fen. What rounding leaves goes to the largest remainders, the earlier member first; so
 * nothing is left, and nobody gets more than they ordered.
 */
export function shareOut(
  ordered: readonly string[],
  arrived: Exact,
  { decimals, fenPerUnit }: { readonly decimals: number; readonly fenPerUnit: number },
): { readonly shares: readonly Share[]; readonly invoiceFen: number } {
  const scale = new Exact(10).pow(decimals);
  const steps = (quantity: Exact | string): bigint => BigInt(new Exact(quantity).times(scale).toFixed(0));
  const invoiceFen = amountFen(arrived, { fen: fenPerUnit, factor: '1' });
  const allocated = inProportion(steps(arrived), ordered.map(steps));
  const costs = inProportion(BigInt(invoiceFen), allocated);
  return {
    invoiceFen,
    shares: allocated.map((share, index) => ({
      allocated: plain(new Exact(share.toString()).div(scale)),
      costFen: Number(costs[index] ?? 0n),
    })),
  };
}

/** A whole number in parts proportional to `weights`, by largest remainder, ties to the earlier; the parts sum to it exactly. */
export function inProportion(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return weights.map(() => 0n);
  const parts = weights.map((weight) => (total * weight) / sum);
  const left = Number(total - parts.reduce((all, part) => all + part, 0n));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => (lucky.has(index) ? part + 1n : part));
}
