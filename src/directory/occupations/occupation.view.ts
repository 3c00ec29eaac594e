import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Language } from '../../platform/i18n/message.js';
import { nameIn } from '../taxonomies/taxonomy.view.js';
import type { Occupation } from './occupation.entity.js';

/** The five levels, in words; every `level` field says so. */
export const skillLevels =
  '1 初级工 (五级, junior), 2 中级工 (四级, intermediate), 3 高级工 (三级, senior), 4 技师 (二级, technician), 5 高级技师 (一级, senior technician)';

@ObjectType('Occupation', {
  description: `职业（工种）: what a worker can do or a need asks for. Skill levels: ${skillLevels}.`,
})
export class OccupationView {
  @Field(() => ID, { description: 'Scheme and code, e.g. `GJ:RT-WEAVE`.' })
  id: string;

  @Field({ description: 'The catalogue, e.g. `GJ` or `US-SOC`.' })
  scheme: string;

  @Field({ description: 'The code within its catalogue.' })
  code: string;

  @Field({ description: 'The group of related occupations.' })
  family: string;

  @Field({ description: 'The name in the caller’s language.' })
  name: string;

  @Field({ description: 'The Chinese name.' })
  nameZh: string;

  @Field({ description: 'The English name.' })
  nameEn: string;

  @Field(() => String, { nullable: true, description: 'The corresponding code of ISCO-08, where there is one.' })
  isco08: string | null;
}

@ObjectType('OccupationSubstitute', { description: 'Another occupation whose workers may do this one.' })
export class OccupationSubstituteView {
  @Field(() => OccupationView, { description: 'The occupation that stands in.' })
  occupation: OccupationView;

  @Field(() => Int, { description: 'What it costs: score points per hundred, 0 to 100.' })
  penalty: number;
}

export const OccupationConnection = ConnectionOf(OccupationView, 'Occupation');

export function toOccupationView(row: Occupation, language: Language): OccupationView {
  const { id, scheme, code, family, nameZh, nameEn, isco08 } = row;
  return { id, scheme, code, family, name: nameIn(row, language), nameZh, nameEn, isco08 };
}

export function toOccupationSubstituteView(
  row: Occupation,
  penalty: number,
  language: Language,
): OccupationSubstituteView {
  return { occupation: toOccupationView(row, language), penalty };
}
