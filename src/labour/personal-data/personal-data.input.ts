import { InputType } from '@nestjs/graphql';
import { SecretInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'Erasing your account, for good.' })
export class EraseMyAccountInput {
  @SecretInput({ description: 'Your password, again.', min: 1, max: 200 }) password: string;
}
