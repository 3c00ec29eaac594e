import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { type Language, render } from '../../platform/i18n/message.js';
import { scoreParts } from '../edges/score.rules.js';
import { type WeightsAction, weightsActions } from './weights-action.rules.js';
import type { WeightsVersion } from './weights.loader.js';
import { scorePartMessages } from './weights.messages.js';

export const WeightsActionEnum = { SIMULATE: 'simulate', SET: 'set' } as const satisfies Record<string, WeightsAction>;
registerEnumType(WeightsActionEnum, {
  name: 'ScoreWeightsAction',
  description: 'What can be done with weights; each is a mutation.',
  valuesMap: { SIMULATE: { description: '`askWeights`.' }, SET: { description: '`setScoreWeights`.' } },
});

@ObjectType({ description: 'The weight of one part of the score.' })
export class PartWeight {
  @Field({ description: 'Which part, e.g. `distance`.' }) name: string;
  @Field({ description: 'The same in the caller’s language.' }) label: string;
  @Field(() => Int, { description: 'Its weight, 0 to 100; only the proportions matter.' }) weight: number;
}

@ObjectType('ScoreWeights', { description: 'By which weights a market’s pairs are scored.' })
export class ScoreWeightsView {
  @Field(() => Int, { description: 'The version, one sequence over all markets.' }) version: number;
  @Field({ description: 'Whether they are the default of every market that has none of its own.' }) isDefault: boolean;
  @Field(() => [PartWeight], { description: 'The parts, each with its weight.' }) parts: PartWeight[];
  @Field({ description: 'Since when they hold.' }) since: Date;
  @Field({ description: 'Why they are so.' }) note: string;
  @Field(() => String, {
    nullable: true,
    description: 'Log-in of the operator who set them, for operators; null where they came with the software.',
  })
  setBy: string | null;
  @Field(() => [WeightsActionEnum], { description: 'What you may do with them.' }) actions: WeightsAction[];
}

export const ScoreWeightsConnection = ConnectionOf(ScoreWeightsView, 'ScoreWeights');

export const toScoreWeightsView =
  (language: Language, viewer: Pick<Viewer, 'kind'>) =>
  ({ version, weights, marketId, note, since, setBy }: WeightsVersion): ScoreWeightsView => ({
    ...{ version, isDefault: marketId === null, note, since, actions: weightsActions(viewer) },
    setBy: viewer.kind === 'operator' ? setBy : null,
    parts: scoreParts.map((name) => ({
      name,
      label: render(scorePartMessages[name], language),
      weight: weights[name],
    })),
  });
