import { ArgsType } from '@nestjs/graphql';
import { CodeInput, EnumInput } from '../../platform/graphql/input-fields.js';
import { SearchPageArgs } from '../taxonomies/taxonomy.input.js';
import type { RegionLevel } from './region.entity.js';
import { RegionLevelEnum } from './region.view.js';

@ArgsType()
export class RegionPageArgs extends SearchPageArgs {
  @CodeInput({ description: 'Only regions directly below this one.', optional: true })
  parentId?: string | null;

  @CodeInput({ description: 'Only regions anywhere below this one.', optional: true })
  belowId?: string | null;

  @EnumInput(RegionLevelEnum, { description: 'Only regions of this level.', optional: true })
  level?: RegionLevel | null;
}
