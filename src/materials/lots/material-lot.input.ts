import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  CodeInput,
  DateInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  NumberInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { QuantityField, QuantityInput } from '../catalogue/material-kind.input.js';
import { materialMessages } from '../materials.messages.js';
import type { Grade, Terms } from './grade.rules.js';
import { SiteFields } from './site.input.js';
import type { MaterialLotState } from './material-lot.states.js';

export const GradeEnum = {
  A: 'A',
  B: 'B',
  C: 'C',
  RECLAIMED: 'reclaimed',
} as const satisfies Record<string, Grade>;
registerEnumType(GradeEnum, {
  name: 'MaterialGrade',
  description: 'How good goods are; A is the best.',
  valuesMap: {
    A: { description: 'As new, to specification.' },
    B: { description: 'Small faults that do not matter to most uses.' },
    C: { description: 'Visible faults; usable where it does not show.' },
    RECLAIMED: { description: 'Used before.' },
  },
});

export const TermsEnum = { SALE: 'sale', LOAN: 'loan' } as const satisfies Record<string, Terms>;
registerEnumType(TermsEnum, {
  name: 'MaterialTerms',
  description: 'On which terms goods change hands.',
  valuesMap: {
    SALE: { description: 'Sold at a price.' },
    LOAN: { description: 'Lent in kind: the same kind and grade comes back.' },
  },
});

export const maxRows = 500;

export const MaterialLotStateEnum = {
  OPEN: 'open',
  CLOSED: 'closed',
  EXPIRED: 'expired',
} as const satisfies Record<string, MaterialLotState>;
registerEnumType(MaterialLotStateEnum, {
  name: 'MaterialLotState',
  description: 'Where a lot stands.',
  valuesMap: {
    OPEN: { description: 'Something can be reserved while there is some left.' },
    CLOSED: { description: 'Withdrawn by its owner; what was reserved goes on.' },
    EXPIRED: { description: 'Its last day has passed; what was reserved goes on.' },
  },
});

@InputType('MaterialLotInput', { description: 'Goods on offer: what, how much, where, how good, on which terms.' })
export class MaterialLotFields extends SiteFields {
  @CodeInput({ description: 'The kind, e.g. `RATTAN-CORE-8`.' }) kindId: string;
  @QuantityField({ description: 'How much there is.' }) quantity: QuantityInput;
  @EnumInput(GradeEnum, { description: 'How good it is.' }) grade: Grade;
  @EnumInput(TermsEnum, { description: 'Sold or lent.' }) terms: Terms;
  @IntInput({ description: 'For a sale: fen for one unit.', min: 1, max: 100_000_000, optional: true })
  fenPerUnit?: number | null;
  @TextInput({
    description: 'For a sale: the unit that is priced; without it, the unit of the quantity.',
    max: 20,
    optional: true,
  })
  priceUnit?: string | null;
  @IntInput({ description: 'For a loan: days after acceptance until it is due.', min: 1, max: 730, optional: true })
  loanDays?: number | null;
  @DateInput({ description: 'Last day on which it can be reserved.' }) availableUntil: string;

  @Field(() => QuantityInput, {
    nullable: true,
    description: 'The least that can be taken at once; what is left below it can be taken as a whole.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  minimumTake?: QuantityInput | null;

  @IntInput({
    description: 'By how many per cent two scales may differ before somebody must say why.',
    min: 0,
    max: 20,
    defaultValue: 2,
  })
  tolerancePercent: number;
  @TextInput({ description: 'What else takers should know.', max: 1000, defaultValue: '' }) description: string;
}

@InputType({ description: 'A lot of your enterprise to publish.' })
export class PublishMaterialLotInput extends MaterialLotFields {
  @IdempotencyKeyInput() idempotencyKey: string;
}

@InputType({ description: 'Many lots to publish at once: all of them or none.' })
export class PublishMaterialLotsInput {
  @IdempotencyKeyInput() idempotencyKey: string;

  @Field(() => [MaterialLotFields], { description: `The lots, 1 to ${maxRows}.` })
  @IsArray()
  @ArrayMinSize(1, { context: { message: materialMessages.rows, params: { max: maxRows } } })
  @ArrayMaxSize(maxRows, { context: { message: materialMessages.rows, params: { max: maxRows } } })
  @ValidateNested({ each: true })
  @Type(() => MaterialLotFields)
  lots: MaterialLotFields[];
}

@InputType({ description: 'Which lot to withdraw.' })
export class WithdrawMaterialLotInput {
  @IdInput({ description: 'The lot.' }) lotId: string;
}

@InputType({ description: 'Around where.' })
export class NearSiteInput {
  @NumberInput({ description: 'Latitude, degrees (WGS 84).', min: -90, max: 90 }) latitude: number;
  @NumberInput({ description: 'Longitude, degrees (WGS 84).', min: -180, max: 180 }) longitude: number;
}

@ArgsType()
export class MaterialLotArgs extends PageArgs {
  @CodeInput({ description: 'Only this kind.', optional: true }) kindId?: string;
  @CodeInput({ description: 'Only this region and those below it.', optional: true }) regionId?: string;
  @EnumInput(TermsEnum, { description: 'Only on these terms.', optional: true }) terms?: Terms;
  @EnumInput(GradeEnum, { description: 'Only goods at least so good.', optional: true }) minimumGrade?: Grade;
  @TextInput({
    description: 'Part of the kind’s name in Chinese or English, of the description or of the owner’s name.',
    max: 50,
    optional: true,
  })
  text?: string;

  @Field(() => NearSiteInput, { nullable: true, description: 'Where the reader is: the nearest come first.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NearSiteInput)
  near?: NearSiteInput;
}

@ArgsType()
export class MyMaterialLotArgs extends PageArgs {
  @EnumInput(MaterialLotStateEnum, { description: 'Only in this state.', optional: true }) state?: MaterialLotState;
}
