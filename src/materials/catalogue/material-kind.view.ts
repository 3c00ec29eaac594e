import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import type { Language } from '../../platform/i18n/message.js';
import type { MaterialFamily, MaterialKind, SpecificationLine } from './material-kind.entity.js';
import { BaseUnitEnum, MaterialFamilyEnum } from './material-kind.input.js';
import { type BaseUnit, type UnitOfKind, unitsOf } from './unit.rules.js';

@ObjectType('MaterialSpecificationLine', { description: 'One line of what a kind is.' })
export class SpecificationLineView {
  @Field({ description: 'What it says, in the caller’s language.' }) name: string;
  @Field({ description: 'The Chinese name.' }) nameZh: string;
  @Field({ description: 'The English name.' }) nameEn: string;
  @Field({ description: 'Its value with its unit.' }) value: string;
}

@ObjectType('MaterialUnit', { description: 'A unit in which quantities of a kind may be given.' })
export class UnitOfKindView {
  @Field({ description: 'Its short name, as inputs take it, e.g. `t`.' }) unit: string;
  @Field({ description: 'Its name in the caller’s language.' }) name: string;
  @Field({ description: 'The Chinese name.' }) nameZh: string;
  @Field({ description: 'The English name.' }) nameEn: string;
  @Field(() => DecimalScalar, { description: 'Base units in one of it, exactly.' }) factor: string;
  @Field(() => Int, { description: 'Decimals it is counted to.' }) decimals: number;
}

@ObjectType('MaterialKind', { description: '原料品种: one kind of raw material in the shared catalogue.' })
export class MaterialKindView {
  @Field(() => ID, { description: 'Its code, e.g. `RATTAN-CORE-8`.' }) id: string;
  @Field({ description: 'The name in the caller’s language.' }) name: string;
  @Field({ description: 'The Chinese name.' }) nameZh: string;
  @Field({ description: 'The English name.' }) nameEn: string;
  @Field(() => MaterialFamilyEnum, { description: 'Its group.' }) family: MaterialFamily;
  @Field(() => BaseUnitEnum, { description: 'What all its quantities are given in here.' }) baseUnit: BaseUnit;
  @Field(() => Int, { description: 'Decimals of the base unit that are counted.' }) decimals: number;
  @Field(() => [SpecificationLineView], { description: 'What it is, line by line.' })
  specification: SpecificationLineView[];
  @Field(() => [UnitOfKindView], { description: 'Units that inputs take, the base unit first.' })
  units: UnitOfKindView[];
  @Field(() => Date, {
    nullable: true,
    description: 'Since when nothing new is published of it; null for current kinds.',
  })
  retiredAt: Date | null;
}

export const MaterialKindConnection = ConnectionOf(MaterialKindView, 'MaterialKind');

export function toMaterialKindView(kind: MaterialKind, language: Language): MaterialKindView {
  const { id, nameZh, nameEn, family, baseUnit, decimals, retiredAt } = kind;
  const name = nameIn(kind, language);
  return {
    ...{ id, name, nameZh, nameEn, family, baseUnit, decimals, retiredAt },
    specification: kind.specification.map((line) => toLineView(line, language)),
    units: unitsOf(kind).map((unit) => toUnitView(unit, language)),
  };
}

function toLineView({ nameZh, nameEn, value }: SpecificationLine, language: Language): SpecificationLineView {
  return { name: nameIn({ nameZh, nameEn }, language), nameZh, nameEn, value };
}

function toUnitView({ unit, nameZh, nameEn, factor, decimals }: UnitOfKind, language: Language): UnitOfKindView {
  return { unit, name: nameIn({ nameZh, nameEn }, language), nameZh, nameEn, factor, decimals };
}

function nameIn({ nameZh, nameEn }: { nameZh: string; nameEn: string }, language: Language): string {
  return language === 'en' ? nameEn : nameZh;
}
