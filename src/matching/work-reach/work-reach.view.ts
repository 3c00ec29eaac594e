import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Language, render } from '../../platform/i18n/message.js';
import { ScorePart } from '../../labour/index.js';
import { reasonMessages } from '../empty-seats/empty-seat.messages.js';
import type { Infeasibility } from '../edges/feasibility.rules.js';
import { openingMessages, standingMessages } from './work-reach.messages.js';
import type { WorkReach } from './work-reach.rules.js';
import type { Why, WhyStanding } from './work-reach.service.js';

export const WhyStandingEnum = {
  PROPOSED: 'proposed',
  PROPOSED_ELSEWHERE: 'proposed_elsewhere',
  OTHERS: 'others',
  OBSTACLES: 'obstacles',
  OTHER_WORK: 'other_work',
  NOT_LOOKING: 'not_looking',
  FULL: 'full',
} as const satisfies Record<string, WhyStanding>;
registerEnumType(WhyStandingEnum, {
  name: 'WhyStanding',
  description: 'How a worker stands to a need.',
  valuesMap: {
    PROPOSED: { description: 'It is proposed to them.' },
    PROPOSED_ELSEWHERE: { description: 'They fit; another need is proposed to them.' },
    OTHERS: { description: 'They fit; others are proposed for its seats.' },
    OBSTACLES: { description: 'Something does not fit; `obstacles` says what.' },
    OTHER_WORK: { description: 'It is other work, or at another time.' },
    NOT_LOOKING: { description: 'They are not on the market, or an offer binds them.' },
    FULL: { description: 'It has no seat that nobody was offered.' },
  },
});

@ObjectType({ description: 'One change that would open more work to a worker.' })
export class WorkOpening {
  @Field({ description: 'Which thing, as in EmptySeatReasonCode.' }) code: string;
  @Field({ description: 'What to change, in the caller’s language.' }) label: string;
  @Field(() => Int, { description: 'Needs from which only this keeps the worker.' }) needs: number;
  @Field(() => Int, { description: 'Their open seats.' }) seats: number;
  @Field(() => Int, { description: 'The least change that opens one: hundredth parts, metres or levels.' })
  least: number;
  @Field(() => Int, { description: 'The change that opens all of them.' }) most: number;
}

@ObjectType('WorkReach', { description: 'What work a worker fits, and what would open more.' })
export class WorkReachView {
  @Field(() => Int, { description: 'Open needs that they fit as they are.' }) needs: number;
  @Field(() => Int, { description: 'Open seats of those.' }) seats: number;
  @Field(() => [WorkOpening], { description: 'What each single change would open, most seats first.' })
  openings: WorkOpening[];
}

@ObjectType({ description: 'One thing that does not fit.' })
export class WorkObstacle {
  @Field({ description: 'Which thing, as in EmptySeatReasonCode.' }) code: string;
  @Field({ description: 'The same in the caller’s language.' }) label: string;
}

@ObjectType('WhyNeed', { description: 'Why a need is, or is not, proposed to a worker.' })
export class WhyNeedView {
  @Field(() => WhyStandingEnum, { description: 'How they stand to it.' }) standing: WhyStanding;
  @Field({ description: 'The same in the caller’s language.' }) text: string;
  @Field(() => [WorkObstacle], { description: 'Everything that does not fit.' }) obstacles: WorkObstacle[];
  @Field(() => Int, { nullable: true, description: 'What the pair scores, 0 to 10000, where it can be.' }) score:
    number | null;
  @Field(() => [ScorePart], { description: 'What that score is made of.' }) parts: ScorePart[];
}

export function toWorkReachView({ needs, seats, openings }: WorkReach, language: Language): WorkReachView {
  return {
    ...{ needs, seats },
    openings: openings.map(({ opening, ...counts }) => ({
      ...counts,
      code: opening,
      label: render(openingMessages[opening], language),
    })),
  };
}

export function toWhyNeedView({ standing, obstacles, pair }: Why, language: Language): WhyNeedView {
  return {
    standing,
    text: render(standingMessages[standing], language),
    obstacles: obstacles.map((code) => ({ code, label: render(labelOf(code), language) })),
    score: pair?.score ?? null,
    parts: Object.entries(pair?.parts ?? {}).map(([name, points]) => ({ name, points })),
  };
}

function labelOf(code: Infeasibility): (typeof reasonMessages)[keyof typeof reasonMessages] {
  // A worker of the host itself, or one who is booked then, is taken as far as this need goes.
  return code === 'LENDER_IS_HOST' || code === 'BOOKED' ? reasonMessages.TAKEN : reasonMessages[code];
}
