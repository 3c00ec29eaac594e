import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, Matches, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  CodeInput,
  DecimalInput,
  EnumInput,
  IdempotencyKeyInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import type { MaterialFamily } from './material-kind.entity.js';
import type { BaseUnit } from './unit.rules.js';

export const MaterialFamilyEnum = {
  FIBRE: 'fibre',
  METAL: 'metal',
  COATING: 'coating',
  PACKAGING: 'packaging',
  TIMBER: 'timber',
  TEXTILE: 'textile',
  FITTING: 'fitting',
  OTHER: 'other',
} as const satisfies Record<string, MaterialFamily>;
registerEnumType(MaterialFamilyEnum, {
  name: 'MaterialFamily',
  description: 'Groups of raw materials.',
  valuesMap: {
    FIBRE: { description: 'Rattan, bamboo, straw, rope.' },
    METAL: { description: 'Wire, tube, bar, sheet.' },
    COATING: { description: 'Powder, paint, primer, glue.' },
    PACKAGING: { description: 'Cartons, foam, film.' },
    TIMBER: { description: 'Wood and boards.' },
    TEXTILE: { description: 'Fabric, filling, thread.' },
    FITTING: { description: 'Screws, hinges, glides.' },
    OTHER: { description: 'Anything else.' },
  },
});

export const BaseUnitEnum = {
  KG: 'kg',
  M: 'm',
  M2: 'm2',
  M3: 'm3',
  L: 'l',
  PIECE: 'piece',
} as const satisfies Record<string, BaseUnit>;
registerEnumType(BaseUnitEnum, {
  name: 'BaseUnit',
  description: 'What quantities of a kind are kept in.',
  valuesMap: {
    KG: { description: 'Kilograms; as a unit of a quantity, `kg`.' },
    M: { description: 'Metres, `m`.' },
    M2: { description: 'Square metres, `m2`.' },
    M3: { description: 'Cubic metres, `m3`.' },
    L: { description: 'Litres, `l`.' },
    PIECE: { description: 'Pieces, `piece`.' },
  },
});

@InputType('MaterialQuantityInput', {
  description: 'How much, in a unit of the kind; it is kept in base units, exactly.',
})
export class QuantityInput {
  @DecimalInput({ description: 'How many of the unit, e.g. `"12.5"`.' }) value: string;
  @TextInput({
    description: 'A unit of the kind, e.g. `t` or `roll`; without it, its base unit.',
    max: 20,
    optional: true,
  })
  unit?: string | null;
}

/** A quantity with its unit as a field of an input. */
export function QuantityField({ description }: { readonly description: string }): PropertyDecorator {
  return applyDecorators(
    Field(() => QuantityInput, { description }),
    ValidateNested(),
    Type(() => QuantityInput),
  );
}

@InputType({ description: 'One line of what a kind is.' })
export class SpecificationLineInput {
  @TextInput({ description: 'What it says, in Chinese, e.g. 直径.', max: 40 }) nameZh: string;
  @TextInput({ description: 'What it says, in English, e.g. diameter.', max: 60 }) nameEn: string;
  @TextInput({ description: 'Its value with its unit, e.g. `8 mm`.', max: 100 }) value: string;
}

@InputType({ description: 'A unit of one kind alone, e.g. a roll of 50 m.' })
export class UnitOfKindInput {
  @Matches(/^[a-z][a-z0-9-]*$/)
  @TextInput({ description: 'Short name in lower-case letters, e.g. `roll`.', max: 20 })
  unit: string;
  @TextInput({ description: 'The Chinese name.', max: 40 }) nameZh: string;
  @TextInput({ description: 'The English name.', max: 60 }) nameEn: string;
  @DecimalInput({ description: 'Base units in one of it, exactly.' }) factor: string;
  @IntInput({ description: 'Decimals it is counted to.', min: 0, max: 4, defaultValue: 0 }) decimals: number;
}

@InputType({ description: 'A new kind of raw material.' })
export class AddMaterialKindInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @Matches(/^[A-Z0-9][A-Z0-9.-]{1,39}$/)
  @TextInput({
    description: 'Its code: capital letters, digits, points and hyphens; never used again.',
    min: 2,
    max: 40,
  })
  code: string;
  @TextInput({ description: 'The Chinese name.', max: 80 }) nameZh: string;
  @TextInput({ description: 'The English name.', max: 120 }) nameEn: string;
  @EnumInput(MaterialFamilyEnum, { description: 'Its group.' }) family: MaterialFamily;
  @EnumInput(BaseUnitEnum, { description: 'What its quantities are kept in.' }) baseUnit: BaseUnit;
  @IntInput({ description: 'Decimals of the base unit that are counted.', min: 0, max: 4 }) decimals: number;

  @Field(() => [SpecificationLineInput], { description: 'What it is, line by line; at most 20.', defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SpecificationLineInput)
  specification: SpecificationLineInput[];

  @Field(() => [UnitOfKindInput], {
    description: 'Units of its own, beside the base unit and those that everybody knows; at most 10.',
    defaultValue: [],
  })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => UnitOfKindInput)
  conversions: UnitOfKindInput[];
}

@InputType({ description: 'Which kind to retire.' })
export class RetireMaterialKindInput {
  @CodeInput({ description: 'The kind.' }) kindId: string;
}

@ArgsType()
export class MaterialKindArgs extends PageArgs {
  @TextInput({ description: 'Part of a name, Chinese or English, or of the code.', max: 50, optional: true })
  search?: string | null;
  @EnumInput(MaterialFamilyEnum, { description: 'Only this group.', optional: true }) family?: MaterialFamily | null;
  @BooleanInput({ description: 'Retired kinds too.', defaultValue: false }) withRetired: boolean;
}
