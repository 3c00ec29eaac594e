import { ArgsType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import { TextInput } from '../../platform/graphql/input-fields.js';

@ArgsType()
export class OccupationPageArgs extends PageArgs {
  @TextInput({
    description:
      'Part of a name, in Chinese, English or pinyin, or the initials of the pinyin: `hg` finds 焊工. Small mistakes are seen through.',
    max: 50,
    optional: true,
  })
  search?: string | null;
}
