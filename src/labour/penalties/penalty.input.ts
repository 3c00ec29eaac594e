import { InputType, registerEnumType } from '@nestjs/graphql';
import { EnumInput, IdInput, TextInput } from '../../platform/graphql/input-fields.js';

export const PenaltyDecisionEnum = { UPHOLD: 'upheld', LIFT: 'lifted' } as const;
registerEnumType(PenaltyDecisionEnum, {
  name: 'PenaltyDecision',
  description: 'What becomes of a penalty that was appealed.',
  valuesMap: { UPHOLD: { description: 'It stands.' }, LIFT: { description: 'It is struck.' } },
});

@InputType({ description: 'Appealing a penalty.' })
export class AppealPenaltyInput {
  @IdInput({ description: 'The penalty.' }) penaltyId: string;
  @TextInput({ description: 'Why it is wrong.', max: 2000 }) appeal: string;
}

@InputType({ description: 'Deciding an appeal.' })
export class DecidePenaltyInput {
  @IdInput({ description: 'The penalty.' }) penaltyId: string;
  @EnumInput(PenaltyDecisionEnum, { description: 'Whether it stands.' }) decision: 'upheld' | 'lifted';
  @TextInput({ description: 'Why.', max: 2000 }) reason: string;
}
