import { ArgsType } from '@nestjs/graphql';
import { CodeInput } from '../../platform/graphql/input-fields.js';
import { SearchPageArgs } from '../taxonomies/taxonomy.input.js';

@ArgsType()
export class RegionPageArgs extends SearchPageArgs {
  @CodeInput({ description: 'Only regions directly below this one.', optional: true })
  parentId?: string | null;
}
