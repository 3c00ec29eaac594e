import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { type Language, render } from '../../platform/i18n/message.js';
import { reasonMessages } from '../empty-seats/empty-seat.messages.js';
import type { Change } from './change.js';
import { type ScenarioAction, scenarioActions } from './scenario-action.rules.js';
import type { Scenario } from './scenario.entity.js';
import { WhatIfKindEnum } from './scenario.input.js';
import type { ScenarioState } from './scenario.states.js';
import { MovedSeatsView, OccupationOutcome, RegionOutcome, SeatFill } from './seat-outcome.view.js';
import { toWeightsOutcome, WeightsOutcome } from './weights-outcome.view.js';

export const ScenarioStateEnum = {
  QUEUED: 'queued',
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
} as const satisfies Record<string, ScenarioState>;
registerEnumType(ScenarioStateEnum, {
  name: 'ScenarioState',
  description: 'Where a question stands.',
  valuesMap: {
    QUEUED: { description: 'Asked; waits its turn.' },
    RUNNING: { description: 'At work.' },
    SUCCEEDED: { description: 'Answered.' },
    FAILED: { description: 'Ended by a fault.' },
    CANCELLED: { description: 'Called off.' },
  },
});
export const ScenarioKindEnum = {
  WHAT_IF: 'what_if',
  REMEDIES: 'remedies',
  WEIGHTS: 'weights',
} as const satisfies Record<string, Scenario['kind']>;
registerEnumType(ScenarioKindEnum, {
  name: 'ScenarioKind',
  description: 'What a question asks.',
  valuesMap: {
    WHAT_IF: { description: 'What would be if.' },
    REMEDIES: { description: 'Why seats are empty, and what would fill them.' },
    WEIGHTS: { description: 'Whom other weights would seat.' },
  },
});
export const ScenarioActionEnum = { CANCEL: 'cancel' } as const satisfies Record<string, ScenarioAction>;
registerEnumType(ScenarioActionEnum, {
  name: 'ScenarioAction',
  description: 'What can be done with a question; each is a mutation.',
  valuesMap: { CANCEL: { description: '`cancelScenario`.' } },
});

@ObjectType('WhatIf', { description: 'What would be, solved anew on a copy of the market.' })
export class WhatIfView {
  @Field(() => SeatFill, { description: 'The market as it is.' }) before: SeatFill;
  @Field(() => SeatFill, { description: 'The market as it would be.' }) after: SeatFill;
  @Field(() => [RegionOutcome], { description: 'By county of the site.' }) regions: RegionOutcome[];
  @Field(() => [OccupationOutcome], { description: 'By occupation.' }) occupations: OccupationOutcome[];
  @Field(() => [MovedSeatsView], { description: 'Needs that change, the most first; at most 200.' })
  moved: MovedSeatsView[];
  @Field(() => Int, { description: 'Workers who would be proposed elsewhere, newly, or no more.' })
  workersMoved: number;
}

@ObjectType({ description: 'How many workers one single thing keeps from empty seats.' })
export class SeatReason {
  @Field({ description: 'Which thing, as in EmptySeatReasonCode.' }) code: string;
  @Field({ description: 'The same in the caller’s language.' }) label: string;
  @Field(() => Int, { description: 'Workers for whom it is the only thing.' }) workers: number;
}

@ObjectType({ description: 'A change that would fill seats, found by solving again with it.' })
export class RemedyView {
  @Field(() => WhatIfKindEnum, { description: 'What is changed.' }) kind: Change['kind'];
  @Field(() => Int, { description: 'Seats more that would be filled among those asked about.' }) seats: number;
  @Field(() => Int, { description: 'Seats more in the whole market: fewer where others lose what is gained here.' })
  marketSeats: number;
  @Field(() => Int, { nullable: true, description: 'WAGE: hundredth parts more.' }) addFen: number | null;
  @Field(() => Int, { nullable: true, description: 'LEVEL: levels less.' }) lowerBy: number | null;
  @Field(() => Int, { nullable: true, description: 'REACH: metres more.' }) addM: number | null;
  @Field(() => Int, { nullable: true, description: 'OVERLAP: percent of the period.' }) percent: number | null;
  @Field(() => Int, { nullable: true, description: 'TRAINING: workers in the class.' }) workers: number | null;
  /** For extension fields only; not part of the API. */
  fromRegionId: string | null;
  fromOccupationId: string | null;
  occupationId: string | null;
}

@ObjectType('Remedies', { description: 'Why seats are empty, and the smallest changes that would fill them.' })
export class RemediesView {
  @Field(() => Int, { description: 'Open seats among those asked about.' }) seats: number;
  @Field(() => Int, { description: 'Of them with a proposal.' }) filled: number;
  @Field(() => [SeatReason], { description: 'What keeps workers from the empty seats, most first.' })
  reasons: SeatReason[];
  @Field(() => [RemedyView], { description: 'What would fill seats, each by itself, most first.' })
  remedies: RemedyView[];
}

@ObjectType('Scenario', { description: 'A question about a market, answered on a copy; nothing of it becomes real.' })
export class ScenarioView {
  @Field(() => ID, { description: 'Id of the question.' }) id: string;
  @Field(() => ScenarioKindEnum, { description: 'What it asks.' }) kind: Scenario['kind'];
  @Field(() => ScenarioStateEnum, { description: 'Where it stands.' }) state: ScenarioState;
  @Field({ description: 'What it is doing.' }) phase: string;
  @Field(() => Float, { description: 'Share done, 0 to 1.' }) shareDone: number;
  @Field({ description: 'When it was asked.' }) requestedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it ended.' }) finishedAt: Date | null;
  @Field(() => [ScenarioActionEnum], { description: 'What you may do with it now.' }) actions: ScenarioAction[];
  @Field(() => [WhatIfKindEnum], { description: 'What is tried; empty where something else is asked.' })
  changes: Change['kind'][];
  @Field(() => WhatIfView, { nullable: true, description: 'The answer to a what-if.' }) whatIf: WhatIfView | null;
  @Field(() => RemediesView, { nullable: true, description: 'The answer to a question for remedies.' })
  remedies: RemediesView | null;
  @Field(() => WeightsOutcome, { nullable: true, description: 'The answer to a question about weights.' })
  weights: WeightsOutcome | null;
}

export const ScenarioConnection = ConnectionOf(ScenarioView, 'Scenario');

export const toScenarioView =
  (language: Language) =>
  ({ id, kind, state, phase, shareDone, requestedAt, finishedAt, question, answer }: Scenario): ScenarioView => ({
    ...{ id, kind, state, phase, shareDone, requestedAt, finishedAt, actions: scenarioActions(state) },
    changes: 'changes' in question ? question.changes.map(({ kind }) => kind) : [],
    whatIf: answer && 'whatIf' in answer ? mutable(answer.whatIf) : null,
    remedies: answer && 'remedies' in answer ? toRemediesView(answer.remedies, language) : null,
    weights: answer && 'weights' in answer ? toWeightsOutcome(answer.weights, language) : null,
  });

type AnswerOf<K extends string> = Extract<NonNullable<Scenario['answer']>, Record<K, unknown>>;

function mutable({ regions, occupations, moved, ...rest }: AnswerOf<'whatIf'>['whatIf']): WhatIfView {
  return { ...rest, regions: [...regions], occupations: [...occupations], moved: [...moved] };
}

function toRemediesView(
  { seats, filled, reasons, remedies }: AnswerOf<'remedies'>['remedies'],
  language: Language,
): RemediesView {
  return {
    ...{ seats, filled },
    reasons: reasons.map(({ reason, workers }) => ({
      ...{ code: reason, workers },
      label: reason === 'BOOKED' ? render(reasonMessages.TAKEN, language) : render(reasonMessages[reason], language),
    })),
    remedies: remedies.map(({ change, seats: more, marketSeats }) => ({
      ...{ kind: change.kind, seats: more, marketSeats },
      addFen: change.kind === 'wage' ? change.addFen : null,
      lowerBy: change.kind === 'level' ? change.lowerBy : null,
      addM: change.kind === 'reach' ? change.addM : null,
      percent: change.kind === 'overlap' ? change.percent : null,
      workers: change.kind === 'training' ? change.workers : null,
      fromRegionId: change.kind === 'shuttle' ? change.fromRegionId : null,
      fromOccupationId: change.kind === 'training' ? change.from : null,
      occupationId: change.kind === 'training' ? change.into : null,
    })),
  };
}
