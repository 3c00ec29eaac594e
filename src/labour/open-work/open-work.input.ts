import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  CodeInput,
  EnumInput,
  IntInput,
  NumberInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { WageUnit } from '../wage.js';
import type { WorkSort } from './open-work.rules.js';

export const WorkSortEnum = {
  NEAREST: 'nearest',
  HIGHEST_WAGE: 'highest_wage',
  NEWEST: 'newest',
} as const satisfies Record<string, WorkSort>;
registerEnumType(WorkSortEnum, {
  name: 'OpenWorkSort',
  description: 'The order of open work.',
  valuesMap: {
    NEAREST: { description: 'The nearest first; needs `near`.' },
    HIGHEST_WAGE: { description: 'The best paid first; needs `wageUnit`, because wages compare only in one unit.' },
    NEWEST: { description: 'The newest first.' },
  },
});

@InputType({ description: 'Around where.' })
export class NearInput {
  @NumberInput({ description: 'Latitude, degrees (WGS 84).', min: -90, max: 90 }) latitude: number;
  @NumberInput({ description: 'Longitude, degrees (WGS 84).', min: -180, max: 180 }) longitude: number;
  @IntInput({
    description: 'Only work within so many metres; without it, at any distance.',
    min: 1_000,
    max: 2_000_000,
    optional: true,
  })
  radiusM?: number | null;
}

@ArgsType()
export class OpenWorkArgs extends PageArgs {
  @Field(() => NearInput, { nullable: true, description: 'Where the reader is: tells distances and orders by them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NearInput)
  near?: NearInput | null;

  @CodeInput({ description: 'Only this region and those below it.', optional: true }) regionId?: string | null;
  @CodeInput({ description: 'Only this occupation.', optional: true }) occupationId?: string | null;
  @TextInput({
    description:
      'Words of the description, of the host’s or the region’s name, or of the occupation’s in Chinese, English, pinyin or its initials. What fits only if it was mistyped comes last.',
    max: 100,
    optional: true,
  })
  text?: string | null;
  @IntInput({
    description: 'At least this wage, in the hundredth part of the currency; needs `wageUnit`.',
    min: 0,
    max: 100_000_000,
    optional: true,
  })
  minWageFen?: number | null;
  @EnumInput(WageUnit, { description: 'Only work paid for this.', optional: true }) wageUnit?: WageUnit | null;
  @Matches(/^[A-Z]{3}$/)
  @TextInput({
    description: 'ISO 4217 currency code of the wage; asked only together with `wageUnit`.',
    min: 3,
    max: 3,
    defaultValue: 'CNY',
  })
  currency: string;
  @BooleanInput({ description: 'Only work whose host lodges, or only work whose host does not.', optional: true })
  lodging?: boolean | null;
  @EnumInput(WorkSortEnum, {
    description: 'The order; without it, the nearest first where `near` is given, otherwise the newest first.',
    optional: true,
  })
  sort?: WorkSort | null;
}
