import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Language, render } from '../../platform/i18n/message.js';
import { reasonMessages } from './empty-seat.messages.js';
import type { EmptySeatReason } from './empty-seat.rules.js';
import type { EmptySeats } from './empty-seat.service.js';

export const EmptySeatReasonEnum = {
  WAGE: 'WAGE',
  WAGE_UNIT: 'WAGE_UNIT',
  DISTANCE: 'DISTANCE',
  LEVEL: 'LEVEL',
  CERTIFICATE: 'CERTIFICATE',
  PERIOD: 'PERIOD',
  TAKEN: 'TAKEN',
  PROPOSED: 'PROPOSED',
} as const satisfies { readonly [R in EmptySeatReason]: R };
registerEnumType(EmptySeatReasonEnum, {
  name: 'EmptySeatReasonCode',
  description: 'The one thing that stands between workers and a need.',
  valuesMap: {
    WAGE: { description: 'Their wage floor is above the wage.' },
    WAGE_UNIT: {
      description: 'They ask for pay by another unit or in another currency, so that wages do not compare.',
    },
    DISTANCE: { description: 'The site is beyond how far they go.' },
    LEVEL: { description: 'Their skill level is below the least level.' },
    CERTIFICATE: { description: 'They lack a certificate that is valid to the last day.' },
    PERIOD: { description: 'They are there for too little of the period.' },
    TAKEN: { description: 'They fit, and another need has them: proposed, offered or placed.' },
    PROPOSED: { description: 'They are proposed for this need and wait for the host’s offer.' },
  },
});

@ObjectType('EmptySeatReason', { description: 'How many workers one single thing keeps from a need.' })
export class EmptySeatReasonView {
  @Field(() => EmptySeatReasonEnum, { description: 'Which thing.' }) code: EmptySeatReason;
  @Field({ description: 'The same in the caller’s language.' }) label: string;
  @Field(() => Int, { description: 'Workers for whom it is the only thing.' }) workers: number;
}

@ObjectType('EmptySeats', { description: 'Why seats of a need are empty, by the rules that the matching goes by.' })
export class EmptySeatsView {
  @Field(() => Int, { description: 'Seats that are neither taken nor offered to anyone.' }) seats: number;
  @Field(() => [EmptySeatReasonView], {
    description:
      'Workers of the need’s market with its occupation, or one that may stand in, by what keeps them; most first.',
  })
  reasons: EmptySeatReasonView[];
  @Field({ description: 'False where there are more workers than are looked at: then at least so many.' })
  isComplete: boolean;
}

export function toEmptySeatsView({ seats, reasons, isComplete }: EmptySeats, language: Language): EmptySeatsView {
  return {
    seats,
    reasons: reasons.map(({ reason, workers }) => ({
      code: reason,
      label: render(reasonMessages[reason], language),
      workers,
    })),
    isComplete,
  };
}
