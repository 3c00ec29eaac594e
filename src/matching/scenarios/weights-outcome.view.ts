import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { type Language, render } from '../../platform/i18n/message.js';
import { scorePartMessages } from '../weights/weights.messages.js';
import type { WeightsResult } from './scenario.entity.js';
import { FavouredView, toFavouredView } from './seat-outcome.view.js';

@ObjectType({ description: 'A mean of those seated, under the present weights and under the proposed ones.' })
export class MeanShift {
  @Field(() => Float, { nullable: true, description: 'As it is; null where nobody is seated.' }) before: number | null;
  @Field(() => Float, { nullable: true, description: 'As it would be.' }) after: number | null;
}

@ObjectType({ description: 'Seats filled, under the present weights and under the proposed ones: weights cost none.' })
export class SeatsShift {
  @Field(() => Int, { description: 'As it is.' }) before: number;
  @Field(() => Int, { description: 'As it would be; the same.' }) after: number;
}

@ObjectType({ description: 'One part of the score, its weight and its mean points in the pairs that are chosen.' })
export class PartShift {
  @Field({ description: 'Which part, e.g. `distance`.' }) name: string;
  @Field({ description: 'The same in the caller’s language.' }) label: string;
  @Field(() => Int, { description: 'Its weight as it is.' }) weightBefore: number;
  @Field(() => Int, { description: 'Its weight as proposed.' }) weightAfter: number;
  @Field(() => MeanShift, { description: 'Its mean points before weighing, 0 to 10000.' }) points: MeanShift;
}

@ObjectType({ description: 'What other weights would make of a market, solved anew on a copy of it.' })
export class WeightsOutcome {
  @Field(() => Int, { description: 'The version that the present weights are.' }) basedOnVersion: number;
  @Field(() => SeatsShift, { description: 'Seats with a proposal.' }) filled: SeatsShift;
  @Field(() => Int, { description: 'Workers who would be proposed elsewhere, newly, or no more.' })
  workersMoved: number;
  @Field(() => [PartShift], { description: 'By part of the score.' }) parts: PartShift[];
  @Field(() => MeanShift, { description: 'Mean distance from home to the site, metres.' }) distanceM: MeanShift;
  @Field(() => MeanShift, { description: 'Mean percent by which the wage is above what the worker asks.' })
  wageUpliftPercent: MeanShift;
  @Field(() => MeanShift, { description: 'Mean days that those seated have waited.' }) waitingDays: MeanShift;
  @Field(() => FavouredView, {
    nullable: true,
    description: 'Whose seats would be filled otherwise; null in answers from before it was told.',
  })
  favoured: FavouredView | null;
}

export function toWeightsOutcome(result: WeightsResult, language: Language): WeightsOutcome {
  const { basedOnVersion, filled, workersMoved, distanceM, wageUpliftPercent, waitingDays, weights, favoured } = result;
  return {
    ...{ basedOnVersion, filled, workersMoved, distanceM, wageUpliftPercent, waitingDays },
    favoured: favoured ? toFavouredView(favoured) : null,
    parts: result.parts.map(({ name, before, after }) => ({
      ...{ name, label: render(scorePartMessages[name], language), points: { before, after } },
      ...{ weightBefore: weights.before[name], weightAfter: weights.after[name] },
    })),
  };
}
