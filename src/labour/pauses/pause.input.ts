import { InputType, registerEnumType } from '@nestjs/graphql';
import { DateInput, EnumInput, IdempotencyKeyInput, IdInput, TextInput } from '../../platform/graphql/input-fields.js';
import type { PauseReason } from './pause.rules.js';

export const PauseReasonEnum = {
  NO_WORK: 'no_work',
  STOPPAGE: 'stoppage',
  SAFETY: 'safety',
  PERSONAL: 'personal',
  OTHER: 'other',
} as const satisfies Record<string, PauseReason>;
registerEnumType(PauseReasonEnum, {
  name: 'PauseReason',
  description: 'Why a placement is paused.',
  valuesMap: {
    NO_WORK: { description: 'There is no work for now.' },
    STOPPAGE: { description: 'The site stands still.' },
    SAFETY: { description: 'The place is not safe for now.' },
    PERSONAL: { description: 'The worker asked for it.' },
    OTHER: { description: 'Something else; say what.' },
  },
});

@InputType({ description: 'Pausing a placement. Whoever employs the worker goes on paying by the contract.' })
export class PausePlacementInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The placement.' }) placementId: string;
  @DateInput({ description: 'First day without work, today or later.' }) startsOn: string;
  @DateInput({ description: 'Last day without work.' }) endsOn: string;
  @EnumInput(PauseReasonEnum, { description: 'Why.' }) reason: PauseReason;
  @TextInput({ description: 'What else is to be said.', max: 1000, defaultValue: '' }) note: string;
}
