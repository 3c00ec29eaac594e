import { InputType, registerEnumType } from '@nestjs/graphql';
import { DateInput, EnumInput, IdempotencyKeyInput, IdInput, TextInput } from '../../platform/graphql/input-fields.js';
import type { EmploymentEndReason, LenderLossReason } from './employment-end.rules.js';

export const EmploymentEndReasonEnum = {
  EXPIRED: 'expired',
  AGREED: 'agreed',
  RESIGNED: 'resigned',
  DISMISSED: 'dismissed',
  OTHER: 'other',
} as const satisfies Record<string, EmploymentEndReason>;
registerEnumType(EmploymentEndReasonEnum, {
  name: 'EmploymentEndReason',
  description: 'How a labour contract ended.',
  valuesMap: {
    EXPIRED: { description: 'Its term was over.' },
    AGREED: { description: 'Both agreed to end it.' },
    RESIGNED: { description: 'The worker ended it.' },
    DISMISSED: { description: 'The employer ended it.' },
    OTHER: { description: 'Another way.' },
  },
});

export const LenderLossReasonEnum = {
  BANKRUPT: 'bankrupt',
  DEREGISTERED: 'deregistered',
} as const satisfies Record<string, LenderLossReason>;
registerEnumType(LenderLossReasonEnum, {
  name: 'LenderLossReason',
  description: 'Why an employer is gone.',
  valuesMap: { BANKRUPT: { description: 'Bankrupt.' }, DEREGISTERED: { description: 'Struck off the register.' } },
});

@InputType({ description: 'Stating that the labour contract of one of your workers has ended.' })
export class EndEmploymentInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The worker.' }) workerId: string;
  @DateInput({ description: 'Last day of the contract, today or earlier.' }) endedOn: string;
  @EnumInput(EmploymentEndReasonEnum, { description: 'How it ended.' }) reason: EmploymentEndReason;
}

@InputType({ description: 'Declaring that an employer is gone.' })
export class DeclareLenderLostInput {
  @IdInput({ description: 'The enterprise.' }) enterpriseId: string;
  @DateInput({ description: 'Since when, today or earlier.' }) lostOn: string;
  @EnumInput(LenderLossReasonEnum, { description: 'Why.' }) reason: LenderLossReason;
  @TextInput({ description: 'What shows it: number of the ruling or the notice.', max: 2000 }) note: string;
}
