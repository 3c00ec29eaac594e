import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  CodeInput,
  DateInput,
  DecimalInput,
  EnumInput,
  FenInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  NumberInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { TermsFields } from '../order-terms.input.js';
import { lineCount, maxLines } from '../recipes/recipe.input.js';
import type { MissCause } from './production-order.entity.js';
import type { ProductionOrderState } from './production-order.states.js';

export const ProductionOrderStateEnum = {
  OPEN: 'open',
  DELIVERED: 'delivered',
  CANCELLED: 'cancelled',
} as const satisfies Record<string, ProductionOrderState>;
registerEnumType(ProductionOrderStateEnum, {
  name: 'ProductionOrderState',
  description: 'Where an order stands. Whether it is secured follows from what is reserved for it.',
  valuesMap: {
    OPEN: { description: 'To be delivered.' },
    DELIVERED: { description: 'Delivered, in time or late.' },
    CANCELLED: { description: 'Called off; what was reserved for it is free again.' },
  },
});

export const MissCauseEnum = {
  LABOUR: 'labour',
  MATERIAL: 'material',
  CAPACITY: 'capacity',
  OTHER: 'other',
} as const satisfies Record<string, MissCause>;
registerEnumType(MissCauseEnum, {
  name: 'OrderMissCause',
  description: 'Why an order came late or short.',
  valuesMap: {
    LABOUR: { description: 'People were lacking.' },
    MATERIAL: { description: 'Material was lacking.' },
    CAPACITY: { description: 'Machine time was lacking.' },
    OTHER: { description: 'Something else.' },
  },
});

@InputType({ description: 'What an order needs of one thing.' })
export class OrderRequirementInput extends TermsFields {
  @DecimalInput({ description: 'Heads, base units of material, or minutes of a machine.' }) quantity: string;
  @DecimalInput({ description: 'Of that, what your enterprise has itself.', defaultValue: '0' }) ownQuantity: string;
  @DateInput({ description: 'From this day on; left out: the order’s first.', optional: true }) startsOn?:
    string | null;
  @DateInput({ description: 'Until this day; left out: the order’s due date.', optional: true }) endsOn?: string | null;
}

@InputType({ description: 'What your enterprise has itself of a line of the recipe.' })
export class OwnPartInput {
  @IntInput({ description: 'Which line, from 1 on.', min: 1, max: maxLines }) position: number;
  @DecimalInput({ description: 'Heads, base units of material, or minutes of a machine.' }) quantity: string;
}

@InputType({ description: 'A production order: what, how much, for whom, until when, and what it takes.' })
export class PlaceOrderInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @TextInput({ description: 'Your own reference, e.g. an ERP number.', min: 1, max: 100 }) reference: string;
  @TextInput({ description: 'The product; left out: the recipe’s.', max: 100, defaultValue: '' }) product: string;
  @DecimalInput({ description: 'How much of it.' }) quantity: string;
  @FenInput({ description: 'What the order is worth, in fen.', max: 1_000_000_000_000 }) valueFen: number;
  @TextInput({ description: 'The customer; nobody else sees it.', max: 100, defaultValue: '' }) customer: string;
  @CodeInput({ description: 'Region of the site, e.g. `GB2260:350524`.' }) regionId: string;
  @NumberInput({ description: 'Latitude of the site, degrees (WGS 84).', min: -90, max: 90 }) latitude: number;
  @NumberInput({ description: 'Longitude of the site, degrees (WGS 84).', min: -180, max: 180 }) longitude: number;
  @DateInput({ description: 'The first day of work for it.' }) earliestStart: string;
  @DateInput({ description: 'The day promised to the customer.' }) dueDate: string;
  @IdInput({ description: 'A recipe of yours or a shared one; or give the requirements.', optional: true })
  recipeId?: string | null;
  @Field(() => [OwnPartInput], { description: 'With a recipe: what you have yourself.', defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(maxLines, lineCount)
  @ValidateNested({ each: true })
  @Type(() => OwnPartInput)
  own: OwnPartInput[];
  @Field(() => [OrderRequirementInput], { nullable: true, description: 'Without a recipe: what it takes, 1 to 40.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(maxLines, lineCount)
  @ValidateNested({ each: true })
  @Type(() => OrderRequirementInput)
  requirements?: OrderRequirementInput[] | null;
}

@InputType({ description: 'Which order.' })
export class ProductionOrderInput {
  @IdInput({ description: 'The order.' }) orderId: string;
}

@InputType({ description: 'Which order to secure.' })
export class SecureOrderInput extends ProductionOrderInput {
  @IdempotencyKeyInput() idempotencyKey: string;
}

@InputType({ description: 'An order that was delivered.' })
export class DeliverOrderInput extends ProductionOrderInput {
  @DateInput({ description: 'On which day.' }) deliveredOn: string;
  @DecimalInput({ description: 'How much.' }) quantity: string;
  @EnumInput(MissCauseEnum, { description: 'Why it came late or short, if it did.', optional: true })
  missedBecause?: MissCause | null;
}

@ArgsType()
export class MyOrderArgs extends PageArgs {
  @EnumInput(ProductionOrderStateEnum, { description: 'Only those that stand so.', optional: true })
  state?: ProductionOrderState;
}

@ArgsType()
export class OrderListArgs extends MyOrderArgs {
  @CodeInput({ description: 'Only this region and those below it.', optional: true }) regionId?: string;
}
