import { ArgsType, InputType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import { EnumInput, IdInput, TextInput } from '../../platform/graphql/input-fields.js';
import type { AccountState } from './account.states.js';
import { AccountKindView, AccountStateEnum } from './account.view.js';

@ArgsType()
export class AccountListArgs extends PageArgs {
  @EnumInput(AccountKindView, { description: 'Only accounts that act for these.', optional: true })
  kind?: AccountKindView;

  @TextInput({
    description: 'Part of the login, of the enterprise’s or of the bureau’s name.',
    max: 100,
    optional: true,
  })
  search?: string;
}

@InputType({ description: 'Blocks an account, or lets it in again.' })
export class SetAccountStateInput {
  @IdInput({ description: 'The account.' }) accountId: string;
  @EnumInput(AccountStateEnum, { description: 'What it shall be.' }) state: AccountState;
  @TextInput({ description: 'The reason, for operators; needed to block.', max: 500, defaultValue: '' }) note: string;
}
