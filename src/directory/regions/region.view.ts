import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Language } from '../../platform/i18n/message.js';
import { nameIn } from '../taxonomies/taxonomy.view.js';
import type { Region, RegionLevel } from './region.entity.js';

export const RegionLevelEnum = {
  COUNTRY: 'country',
  PROVINCE: 'province',
  PREFECTURE: 'prefecture',
  COUNTY: 'county',
  TOWNSHIP: 'township',
  CUSTOM: 'custom',
} as const satisfies Record<string, RegionLevel>;

registerEnumType(RegionLevelEnum, {
  name: 'RegionLevel',
  description: 'How high a region stands.',
  valuesMap: {
    COUNTRY: { description: 'A country.' },
    PROVINCE: { description: '省级: a province, autonomous region or municipality.' },
    PREFECTURE: { description: '地级: a prefecture-level city.' },
    COUNTY: { description: '县级: a county, county-level city or urban district.' },
    TOWNSHIP: { description: '乡级: a town or township.' },
    CUSTOM: { description: 'A unit of an imported scheme.' },
  },
});

@ObjectType('Region', { description: '行政区: an administrative region of some coding scheme.' })
export class RegionView {
  @Field(() => ID, { description: 'Scheme and code, e.g. `GB2260:350524`.' })
  id: string;

  @Field({ description: 'The coding scheme, e.g. `GB2260`.' })
  scheme: string;

  @Field({ description: 'The code within its scheme.' })
  code: string;

  @Field(() => RegionLevelEnum, { description: 'How high it stands.' })
  level: RegionLevel;

  @Field({ description: 'The name in the caller’s language.' })
  name: string;

  @Field({ description: 'The Chinese name.' })
  nameZh: string;

  @Field({ description: 'The English name.' })
  nameEn: string;

  @Field(() => Float, { nullable: true, description: 'Latitude of its centre in degrees (WGS 84), where known.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude of its centre in degrees (WGS 84), where known.' })
  longitude: number | null;

  parentId: string | null;
}

export const RegionConnection = ConnectionOf(RegionView, 'Region');

export function toRegionView(row: Region, language: Language): RegionView {
  const { id, scheme, code, level, nameZh, nameEn, latitude, longitude, parentId } = row;
  return { id, scheme, code, level, name: nameIn(row, language), nameZh, nameEn, latitude, longitude, parentId };
}
