import { Field, ID, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { PartyEnum } from '../placements/placement-party.view.js';
import type { PlacementPause } from './pause.entity.js';
import { PauseReasonEnum } from './pause.input.js';

@ObjectType('PlacementPause', { description: 'Days of a placement on which no work is expected.' })
export class PlacementPauseView {
  @Field(() => ID, { description: 'Id of the pause.' }) id: string;
  @Field(() => LocalDateScalar, { description: 'First day without work.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day without work.' }) endsOn: string;
  @Field(() => PauseReasonEnum, { description: 'Why.' }) reason: string;
  @Field({ description: 'What else was said.' }) note: string;
  @Field(() => PartyEnum, { description: 'Who paused it.' }) pausedBy: string;
  @Field(() => Date, { nullable: true, description: 'When it was ended before its time.' }) resumedAt: Date | null;
}

export function toPlacementPauseView(pause: PlacementPause): PlacementPauseView {
  const { id, startsOn, endsOn, reason, note, pausedBy, resumedAt } = pause;
  return { id, startsOn, endsOn, reason, note, pausedBy, resumedAt };
}
