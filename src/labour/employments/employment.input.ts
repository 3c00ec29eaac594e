import { InputType } from '@nestjs/graphql';
import {
  BooleanInput,
  DateInput,
  IdempotencyKeyInput,
  IdInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';

@InputType({ description: 'The labour contract between your enterprise and one of its workers.' })
export class RecordEmploymentInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The worker: a head of a listing of yours.' }) workerId: string;
  @TextInput({ description: 'Number of the contract.', max: 60, defaultValue: '' }) contractNumber: string;
  @DateInput({ description: 'First day of the contract.' }) startsOn: string;
  @DateInput({ description: 'Last day; without it the contract is open-ended.', optional: true }) endsOn?: string;
  @BooleanInput({
    description: 'Whether the worker is dispatched to you by an agency: then they cannot be lent (R3).',
    defaultValue: false,
  })
  isDispatched: boolean;
}
