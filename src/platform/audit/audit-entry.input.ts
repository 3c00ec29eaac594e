import { ArgsType } from '@nestjs/graphql';
import { PageArgs } from '../graphql/connection.js';
import { CodeInput, IdInput, TextInput } from '../graphql/input-fields.js';

@ArgsType()
export class AuditEntryArgs extends PageArgs {
  @IdInput({ description: 'Only what this account did.', optional: true })
  actorId?: string;

  @TextInput({
    description: 'Only this operation, e.g. `offer.accept`, or all of a kind: `offer`.',
    max: 64,
    optional: true,
  })
  operation?: string;

  @CodeInput({ description: 'Only what was done to the object with this id.', optional: true })
  objectId?: string;
}
