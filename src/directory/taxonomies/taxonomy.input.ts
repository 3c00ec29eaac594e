import { ArgsType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import { CodeInput, TextInput } from '../../platform/graphql/input-fields.js';

@ArgsType()
export class CodeArgs {
  @CodeInput({ description: 'Scheme and code, e.g. `GB2260:350524`.' })
  id: string;
}

@ArgsType()
export class SearchPageArgs extends PageArgs {
  @TextInput({
    description: 'Part of the Chinese name, the start of a word of the English one, or of a code.',
    max: 50,
    optional: true,
  })
  search?: string | null;
}
