import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { FairnessView, toFairnessView } from '../fairness/fairness.view.js';
import { type MatchRunAction, matchRunActions } from './match-run-action.rules.js';
import type { MatchRun } from './match-run.entity.js';

export enum MatchRunStateView {
  QUEUED = 'queued',
  RUNNING = 'running',
  SUCCEEDED = 'succeeded',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
}
registerEnumType(MatchRunStateView, {
  name: 'MatchRunState',
  description: 'Where a run stands.',
  valuesMap: {
    QUEUED: { description: 'Asked for; waits its turn.' },
    RUNNING: { description: 'At work.' },
    SUCCEEDED: { description: 'Its proposals are written.' },
    FAILED: { description: 'Ended by a fault; proposals are as before.' },
    CANCELLED: { description: 'Called off.' },
  },
});

export const MatchRunActionEnum = { CANCEL: 'cancel' } as const satisfies Record<string, MatchRunAction>;
registerEnumType(MatchRunActionEnum, {
  name: 'MatchRunAction',
  description: 'What can be done with a run; each is a mutation.',
  valuesMap: { CANCEL: { description: '`cancelMatchRun`.' } },
});

@ObjectType({ description: 'How long one phase of a run took.' })
export class PhaseTime {
  @Field({ description: 'Which phase.' }) phase: string;
  @Field(() => Int, { description: 'Milliseconds.' }) ms: number;
}

@ObjectType('MatchRun', { description: 'One solve over one labour market: inputs, objective, proof, timings.' })
export class MatchRunView {
  @Field(() => ID, { description: 'Id of the run.' }) id: string;
  @Field({ description: 'What asked for it: event, schedule or manual.' }) cause: string;
  @Field(() => MatchRunStateView, { description: 'Where it stands.' }) state: string;
  @Field({ description: 'What it is doing.' }) phase: string;
  @Field(() => Float, { description: 'Share done, 0 to 1.' }) shareDone: number;
  @Field(() => Int, { nullable: true, description: 'Workers free to be proposed.' }) workers: number | null;
  @Field(() => Int, { nullable: true, description: 'Open needs.' }) needs: number | null;
  @Field(() => Int, { nullable: true, description: 'Open positions.' }) positions: number | null;
  @Field(() => Int, { nullable: true, description: 'Feasible pairs.' }) edges: number | null;
  @Field(() => Int, { nullable: true, description: 'Positions with a proposal: the most that can be had.' }) filled:
    number | null;
  @Field(() => Float, { nullable: true, description: 'Total score: the highest at that many positions.' }) score:
    number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the certificate of optimality was checked and holds.' })
  proven: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Proposals that stayed.' }) kept: number | null;
  @Field(() => Int, { nullable: true, description: 'Proposals that are new.' }) added: number | null;
  @Field(() => Int, { nullable: true, description: 'Proposals that were withdrawn.' }) withdrawn: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Of a scheduled run: proposals that had been kept up to date and that solving from nothing moves. Should be 0; null where it was not checked.',
  })
  drift: number | null;
  @Field(() => FairnessView, {
    nullable: true,
    description: 'How evenly its proposals are spread, once they are written.',
  })
  fairness: FairnessView | null;
  @Field(() => [PhaseTime], { description: 'Time by phase.' }) timings: PhaseTime[];
  @Field({ description: 'When it was asked for.' }) requestedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it began.' }) startedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it ended.' }) finishedAt: Date | null;
  @Field(() => [MatchRunActionEnum], { description: 'What you may do with it now.' }) actions: MatchRunAction[];

  /** For extension fields only; not part of the API. */
  marketId: string;
}

export const MatchRunConnection = ConnectionOf(MatchRunView, 'MatchRun');

export function toMatchRunView(run: MatchRun): MatchRunView {
  const { id, cause, state, phase, shareDone, workers, needs, positions, edges, filled, score, proven } = run;
  const { kept, added, withdrawn, drift, fairness, timingsMs, requestedAt, startedAt, finishedAt, marketId } = run;
  return {
    ...{ id, cause, state, phase, shareDone, workers, needs, positions, edges, filled, proven },
    ...{ kept, added, withdrawn, drift, requestedAt, startedAt, finishedAt, marketId },
    fairness: fairness && toFairnessView(fairness),
    actions: matchRunActions(state),
    score: score === null ? null : Number(score),
    timings: Object.entries(timingsMs).map(([name, ms]) => ({ phase: name, ms })),
  };
}
