import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  CodeInput,
  DateInput,
  DecimalInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { SiteFields } from '../lots/site.input.js';
import { materialMessages } from '../materials.messages.js';
import type { PooledPurchaseState } from './pooled-purchase.states.js';

export const PooledPurchaseStateEnum = {
  OPEN: 'open',
  COMMITTED: 'committed',
  ARRIVED: 'arrived',
  DISSOLVED: 'dissolved',
} as const satisfies Record<string, PooledPurchaseState>;
registerEnumType(PooledPurchaseStateEnum, {
  name: 'PooledPurchaseState',
  description: 'Where a pooled purchase stands.',
  valuesMap: {
    OPEN: { description: 'Enterprises join and leave.' },
    COMMITTED: { description: 'The threshold was reached: it is bought, at the price of the total.' },
    ARRIVED: { description: 'The goods came and were shared out, with their cost.' },
    DISSOLVED: { description: 'The threshold was not reached in time: nobody owes anything.' },
  },
});

const maxTiers = 10;

@InputType('PriceTierInput', { description: 'From so much in all, a unit costs so much.' })
export class TierInput {
  @DecimalInput({ description: 'The least total for this price.' }) fromQuantity: string;
  @IntInput({ description: 'Fen for one unit.', min: 1, max: 100_000_000 }) fenPerUnit: number;
}

@InputType({ description: 'A pooled purchase to organise: what, at which prices, from which total on, until when.' })
export class OpenPooledPurchaseInput extends SiteFields {
  @IdempotencyKeyInput() idempotencyKey: string;
  @CodeInput({ description: 'The kind, e.g. `CARTON-5PLY`.' }) kindId: string;
  @TextInput({ description: 'The unit of all its quantities: one of the kind’s.', max: 20 }) unit: string;

  @Field(() => [TierInput], { description: `Prices, 1 to ${maxTiers}: up in quantity and down in price.` })
  @IsArray()
  @ArrayMinSize(1, { context: { message: materialMessages.rows, params: { max: maxTiers } } })
  @ArrayMaxSize(maxTiers, { context: { message: materialMessages.rows, params: { max: maxTiers } } })
  @ValidateNested({ each: true })
  @Type(() => TierInput)
  tiers: TierInput[];

  @DecimalInput({ description: 'The total from which on it is bought.' }) threshold: string;
  @DateInput({ description: 'Last day to join or leave.' }) closesOn: string;
  @TextInput({ description: 'Who sells it.', max: 100 }) supplierName: string;
  @TextInput({ description: 'What else members should know.', max: 1000, defaultValue: '' }) description: string;
}

@InputType({ description: 'How much your enterprise takes; joining again changes it.' })
export class JoinPooledPurchaseInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The pooled purchase.' }) poolId: string;
  @DecimalInput({ description: 'How many of its unit.' }) quantity: string;
}

@InputType({ description: 'Which pooled purchase.' })
export class PooledPurchaseInput {
  @IdInput({ description: 'The pooled purchase.' }) poolId: string;
}

@InputType({ description: 'What came of a pooled purchase.' })
export class RecordPoolArrivalInput {
  @IdInput({ description: 'The pooled purchase.' }) poolId: string;
  @DecimalInput({ description: 'How many of its unit, no more than was ordered.' }) quantity: string;
}

@ArgsType()
export class PooledPurchaseArgs extends PageArgs {
  @CodeInput({ description: 'Only of this kind.', optional: true }) kindId?: string;
  @CodeInput({ description: 'Only delivered to this region and those below it.', optional: true }) regionId?: string;
  @EnumInput(PooledPurchaseStateEnum, { description: 'Only in this state.', optional: true })
  state?: PooledPurchaseState;
  @BooleanInput({ description: 'Only those that your enterprise organises or has joined.', optional: true })
  mine?: boolean;
}
