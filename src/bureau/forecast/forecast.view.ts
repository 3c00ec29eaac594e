import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { RegionView } from '../../directory/index.js';
import { IndicatorView } from '../catalogue/indicator.view.js';
import type { Sufficiency } from './shortage.rules.js';

export type ForecastState = 'ready' | 'not_enough_data';
export const ForecastStateEnum = { READY: 'ready', NOT_ENOUGH_DATA: 'not_enough_data' } as const satisfies Record<
  string,
  ForecastState
>;
registerEnumType(ForecastStateEnum, {
  name: 'ForecastState',
  description: 'Whether there is a forecast.',
  valuesMap: {
    READY: { description: 'There is.' },
    NOT_ENOUGH_DATA: { description: 'The history is too short, or too little was wanted in it.' },
  },
});

@ObjectType('ForecastData', { description: 'What history there is, and what a forecast needs.' })
export class ForecastDataView implements Sufficiency {
  @Field(() => Int, { description: 'Weeks that are over, since anybody was wanted first.' }) weeks: number;
  @Field(() => Int, { description: 'How many of them are needed to learn and to test.' }) weeksNeeded: number;
  @Field(() => Int, { description: 'Weeks of them in which anybody was wanted.' }) busyWeeks: number;
  @Field(() => Int, { description: 'How many of those are needed.' }) busyWeeksNeeded: number;
}

@ObjectType('ShortageWeek', { description: 'A week that is over, or the one in progress as it stands.' })
export class ShortageWeekView {
  @Field(() => LocalDateScalar, { description: 'Its Monday.' }) week: string;
  @Field(() => Int, { description: 'Heads that needs asked for.' }) wanted: number;
  @Field(() => Int, { description: 'Heads of them that no placement filled.' }) shortage: number;
}

@ObjectType('ShortageForecastWeek', { description: 'A week ahead: what is known of it, and what is expected.' })
export class ShortageForecastWeekView {
  @Field(() => LocalDateScalar, { description: 'Its Monday.' }) week: string;
  @Field(() => Int, { description: 'Known: seats of published needs that no placement fills in that week so far.' })
  openSeats: number;
  @Field(() => Int, { description: 'Known: heads that open orders lack then and that no need asks for yet.' })
  orderHeads: number;
  @Field(() => Float, { description: 'How many of the open seats are expected to stay open.' }) stays: number;
  @Field(() => Float, { description: 'Shortage expected of needs that are not published yet; orders are part of it.' })
  toCome: number;
  @Field(() => Float, { description: 'The forecast: the sum of the two.' }) expected: number;
  @Field(() => Float, { description: 'The lower end of the 80 % interval.' }) low: number;
  @Field(() => Float, { description: 'The upper end of the 80 % interval.' }) high: number;
  @Field(() => Float, { description: 'By how many heads forecasts so far ahead were wrong in the past, on average.' })
  meanError: number;
}

@ObjectType('ForecastBackTest', {
  description: 'How the same method would have done on the same series, from weeks in the past (rolling origin).',
})
export class ForecastBackTestView {
  @Field(() => Int, { description: 'Weeks from which it was forecast.' }) origins: number;
  @Field(() => Int, { description: 'Forecasts compared with what came.' }) tests: number;
  @Field(() => Float, { description: 'By how many heads it was wrong on average (mean absolute error).' })
  meanError: number;
  @Field(() => Float, { description: 'The same of “as many as last week”.' }) naiveError: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Which part of intervals, made of earlier errors alone, held what came; null where too few can be judged.',
  })
  coverage: number | null;
  @Field(() => Int, { description: 'Intervals that were judged.' }) judged: number;
}

@ObjectType('ShortageForecast', { description: 'The shortage of the coming weeks of a region, occupation, or both.' })
export class ShortageForecastView {
  @Field(() => ForecastStateEnum, { description: 'Whether there is one.' }) state: ForecastState;
  @Field(() => ID, { nullable: true, description: 'The part, where it is one of several; null for what lies in none.' })
  partId: string | null;
  @Field({ description: 'What the part is called, in your language; else the region.' }) label: string;
  @Field(() => RegionView, { description: 'The region that was asked about.' }) region: RegionView;
  @Field(() => String, { nullable: true, description: 'The name of the occupation that was asked about.' })
  occupation: string | null;
  @Field(() => ForecastDataView, { description: 'What history there is, and what is needed.' }) data: ForecastDataView;
  @Field(() => [ShortageWeekView], { description: 'The last 26 weeks and the one in progress, the oldest first.' })
  history: readonly ShortageWeekView[];
  @Field(() => [ShortageForecastWeekView], { description: 'The coming weeks; none where the data do not suffice.' })
  weeks: readonly ShortageForecastWeekView[];
  @Field(() => ForecastBackTestView, { nullable: true, description: 'How it would have done in the past.' })
  backTest: ForecastBackTestView | null;
  @Field(() => Float, { nullable: true, description: 'The largest shortage expected in the coming weeks.' })
  peak: number | null;
  @Field(() => Date, {
    nullable: true,
    description: 'When the needs and placements that it rests on were counted; null where that was now.',
  })
  countedAt: Date | null;
  @Field(() => IndicatorView, { description: 'What a shortage is.' }) meaning: IndicatorView;
}
