import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Language } from '../../platform/i18n/message.js';
import { nameIn } from '../taxonomies/taxonomy.view.js';
import type { Industry } from './industry.entity.js';

@ObjectType('Industry', { description: '行业: a section or division of an industry classification.' })
export class IndustryView {
  @Field(() => ID, { description: 'Scheme and code, e.g. `GB4754:21`.' })
  id: string;

  @Field({ description: 'The classification, e.g. `GB4754`.' })
  scheme: string;

  @Field({ description: 'The code within its classification.' })
  code: string;

  @Field({ description: 'The name in the caller’s language.' })
  name: string;

  @Field({ description: 'The Chinese name.' })
  nameZh: string;

  @Field({ description: 'The English name.' })
  nameEn: string;

  @Field(() => ID, { nullable: true, description: 'The id of the industry above it.' })
  parentId: string | null;
}

export const IndustryConnection = ConnectionOf(IndustryView, 'Industry');

export function toIndustryView(row: Industry, language: Language): IndustryView {
  const { id, scheme, code, nameZh, nameEn, parentId } = row;
  return { id, scheme, code, name: nameIn(row, language), nameZh, nameEn, parentId };
}
