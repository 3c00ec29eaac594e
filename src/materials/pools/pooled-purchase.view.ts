import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import { plain } from '../../platform/decimal/decimal.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar, FenScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { mayWriteMaterials, unrefused } from '../materials.rules.js';
import { refuseTransition } from '../../platform/errors/index.js';
import type { PooledPurchase, PooledPurchaseMember } from './pooled-purchase.entity.js';
import { PooledPurchaseStateEnum } from './pooled-purchase.input.js';
import { nextTier, refuseBelowThreshold, refuseLateMember, tierAt } from './pooled-purchase.rules.js';
import type { PoolProgress } from './pooled-purchase.service.js';
import { type PooledPurchaseState, pooledPurchaseTransitions } from './pooled-purchase.states.js';

export type PoolAction = 'join' | 'leave' | 'close' | 'record_arrival';
export const PoolActionEnum = {
  JOIN: 'join',
  LEAVE: 'leave',
  CLOSE: 'close',
  RECORD_ARRIVAL: 'record_arrival',
} as const satisfies Record<string, PoolAction>;
registerEnumType(PoolActionEnum, {
  name: 'PooledPurchaseAction',
  description: 'What can be done with a pooled purchase; each is a mutation.',
  valuesMap: {
    JOIN: { description: '`joinPooledPurchase`, also to change a share.' },
    LEAVE: { description: '`leavePooledPurchase`.' },
    CLOSE: { description: '`closePooledPurchase`, by the organiser.' },
    RECORD_ARRIVAL: { description: '`recordPoolArrival`, by the organiser.' },
  },
});

@ObjectType('PriceTier', { description: 'From so much in all, a unit costs so much.' })
export class TierView {
  @Field(() => DecimalScalar, { description: 'The least total for this price.' }) fromQuantity: string;
  @Field(() => Int, { description: 'Fen for one unit.' }) fenPerUnit: number;
}

@ObjectType('PooledPurchaseProgress', { description: 'How far a pooled purchase has come.' })
export class PoolProgressView {
  @Field(() => DecimalScalar, { description: 'What is ordered in all, in its unit.' }) total: string;
  @Field(() => Int, { description: 'How many enterprises have joined.' }) memberCount: number;
  @Field({ description: 'Whether the threshold is reached.' }) isReached: boolean;
  @Field(() => TierView, { nullable: true, description: 'The price at this total; null below the first tier.' })
  tier: TierView | null;
  @Field(() => TierView, {
    nullable: true,
    description: 'The price that a larger total would reach; null at the last.',
  })
  nextTier: TierView | null;
}

@ObjectType('PooledPurchaseMember', { description: 'An enterprise’s share in a pooled purchase.' })
export class PoolMemberView {
  @Field(() => DecimalScalar, { description: 'How much it ordered.' }) quantity: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much it gets of what arrived; null before.' })
  allocated: string | null;
  @Field(() => FenScalar, { nullable: true, description: 'What it owes for it, in fen; null before.' })
  costFen: number | null;
  @Field(() => Date, { description: 'When it joined.' }) joinedAt: Date;

  /** For extension fields only; not part of the API. */
  enterpriseId: string;
}

@ObjectType('PooledPurchase', { description: '拼购: several enterprises’ demand, bought together from a total on.' })
export class PooledPurchaseView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'The unit of all its quantities.' }) unit: string;
  @Field(() => Int, { description: 'Decimals of its quantities.' }) decimals: number;
  @Field(() => [TierView], { description: 'Its prices.' }) tiers: TierView[];
  @Field(() => DecimalScalar, { description: 'The total from which on it is bought.' }) threshold: string;
  @Field(() => LocalDateScalar, { description: 'Last day to join or leave.' }) closesOn: string;
  @Field({ description: 'Who sells it.' }) supplierName: string;
  @Field({ description: 'Where it is delivered.' }) siteName: string;
  @Field(() => Float, { description: 'Latitude of that place, degrees.' }) latitude: number;
  @Field(() => Float, { description: 'Longitude of that place, degrees.' }) longitude: number;
  @Field({ description: 'What else members should know.' }) description: string;
  @Field(() => PooledPurchaseStateEnum, { description: 'Where it stands.' }) state: PooledPurchaseState;
  @Field(() => Date, { description: 'When it was opened.' }) openedAt: Date;
  @Field(() => Int, { nullable: true, description: 'The price that it was bought at, fen per unit; null before.' })
  fenPerUnit: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much arrived; null before.' }) arrived: string | null;
  @Field(() => FenScalar, {
    nullable: true,
    description: 'What it costs in all: arrived × price, half a fen rounded up.',
  })
  invoiceFen: number | null;

  /** For extension fields only; not part of the API. */
  organiserId: string;
  kindId: string;
  regionId: string;
}

export const PooledPurchaseConnection = ConnectionOf(PooledPurchaseView, 'PooledPurchase');

export function toPooledPurchaseView(pool: PooledPurchase): PooledPurchaseView {
  const { id, unit, decimals, tiers, closesOn, supplierName, siteName, latitude, longitude, description } = pool;
  const { state, openedAt, fenPerUnit, invoiceFen, organiserId, kindId, regionId } = pool;
  return {
    ...{ id, unit, decimals, tiers, closesOn, supplierName, siteName, latitude, longitude, description },
    ...{ state, openedAt, fenPerUnit, invoiceFen, organiserId, kindId, regionId },
    threshold: plain(pool.threshold),
    arrived: pool.arrived === null ? null : plain(pool.arrived),
  };
}

export function toPoolProgressView(
  { tiers, threshold }: PooledPurchaseView,
  { total, members }: PoolProgress,
): PoolProgressView {
  return {
    ...{ total: plain(total), memberCount: members, isReached: !refuseBelowThreshold(threshold, total) },
    ...{ tier: tierAt(tiers, total) ?? null, nextTier: nextTier(tiers, total) ?? null },
  };
}

export function toPoolMemberView(member: PooledPurchaseMember): PoolMemberView {
  const { quantity, allocated, costFen, joinedAt, enterpriseId } = member;
  return {
    ...{ costFen, joinedAt, enterpriseId, quantity: plain(quantity) },
    allocated: allocated === null ? null : plain(allocated),
  };
}

/** What the viewer may do with a pool now, by the rules of the mutations themselves. */
export function poolActions(
  pool: PooledPurchaseView,
  viewer: Viewer,
  {
    total,
    isMember,
    today,
  }: { readonly total: PoolProgress['total']; readonly isMember: boolean; readonly today: string },
): PoolAction[] {
  if (viewer.kind !== 'enterprise' || !mayWriteMaterials(viewer)) return [];
  const late = refuseLateMember(pool, today);
  const step = (next: PooledPurchaseState) => refuseTransition(pooledPurchaseTransitions, pool.state, next);
  return [
    ...unrefused<PoolAction>([['join', late]]),
    ...(isMember ? unrefused<PoolAction>([['leave', late]]) : []),
    ...(viewer.enterpriseId === pool.organiserId
      ? unrefused<PoolAction>([
          ['close', step('committed') ?? refuseBelowThreshold(pool.threshold, total)],
          ['record_arrival', step('arrived')],
        ])
      : []),
  ];
}
