import { InputType, registerEnumType } from '@nestjs/graphql';
import {
  BooleanInput,
  DateInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import type { InjuryStep } from './injury.rules.js';

export const InjuryStepEnum = {
  LENDER_NOTIFIED: 'lender_notified',
  APPLIED: 'applied',
  DECIDED: 'decided',
  COMPENSATED: 'compensated',
  CLOSED: 'closed',
} as const satisfies Record<string, InjuryStep>;
registerEnumType(InjuryStepEnum, {
  name: 'InjuryStep',
  description: 'A step of dealing with an injury; each is `advanceInjury`.',
  valuesMap: {
    LENDER_NOTIFIED: { description: 'The employer knows and has taken it on.' },
    APPLIED: { description: 'Recognition was applied for; a worker who filed themself may say so too.' },
    DECIDED: { description: 'The authority has decided.' },
    COMPENSATED: { description: 'The cost is known, shared as agreed, and paid.' },
    CLOSED: { description: 'Nothing is left to do.' },
  },
});

@InputType({ description: 'Reporting an accident at work.' })
export class ReportInjuryInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The placement.' }) placementId: string;
  @DateInput({ description: 'The day of the accident; the time to file counts from it.' }) occurredOn: string;
  @TextInput({ description: 'The time of it, HH:MM where the work is.', min: 5, max: 5 }) time: string;
  @TextInput({ description: 'Where it happened.', max: 200 }) place: string;
  @TextInput({ description: 'What was being done.', max: 500 }) task: string;
  @TextInput({ description: 'What happened.', max: 4000 }) description: string;
  @TextInput({ description: 'Protective equipment: what was worn, what was missing.', max: 500, defaultValue: '' })
  protection: string;
  @TextInput({ description: 'Where the worker is treated.', max: 200, defaultValue: '' }) hospital: string;
  @TextInput({ description: 'Who saw it.', max: 200, defaultValue: '' }) witness: string;
}

@InputType({ description: 'Taking the next step of an injury.' })
export class AdvanceInjuryInput {
  @IdInput({ description: 'The injury.' }) injuryId: string;
  @EnumInput(InjuryStepEnum, { description: 'The step.' }) step: InjuryStep;
  @TextInput({ description: 'Number of the decision; needed for DECIDED.', max: 100, defaultValue: '' })
  decisionNumber: string;
  @BooleanInput({ description: 'Whether it was recognised as a work injury; needed for DECIDED.', optional: true })
  isRecognised?: boolean | null;
  @IntInput({
    description: 'What it cost beyond insurance, in fen; needed for COMPENSATED.',
    min: 0,
    max: 2_000_000_000,
    optional: true,
  })
  costFen?: number | null;
}
