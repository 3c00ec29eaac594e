import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { RegionView } from '../../directory/index.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType('LabourFlowEnd', { description: 'Where people come from or go to.' })
export class LabourFlowEndView {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the industry or region; null for people hired directly, and where no industry is stated.',
  })
  key: string | null;
  @Field({ description: 'What it is called.' }) label: string;
}

@ObjectType('LabourFlow', { description: 'How many people went from one end to another.' })
export class LabourFlowView {
  @Field(() => LabourFlowEndView, { description: 'Where they come from.' }) source: LabourFlowEndView;
  @Field(() => LabourFlowEndView, { description: 'Where they work.' }) target: LabourFlowEndView;
  @Field(() => Int, { description: 'How many placements that is.' }) heads: number;
}

@ObjectType('LabourFlows', { description: 'Flows of people, the largest first.' })
export class LabourFlowsView {
  @Field(() => RegionView, { description: 'The region: people who live in it, or work in it.' }) region: RegionView;
  @Field(() => LocalDateScalar, { description: 'First day.' }) from: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) until: string;
  @Field(() => [LabourFlowView], { description: 'The 30 largest.' }) links: LabourFlowView[];
  @Field(() => Int, { description: 'Heads of all flows that are not listed: small ones of people from elsewhere too.' })
  others: number;
  @Field(() => Int, { description: 'Heads of all flows.' }) heads: number;
  @Field(() => Date, { description: 'When it was counted: what is dear to count may be up to ten minutes old.' })
  countedAt: Date;
}

@ObjectType('CommutingBand', { description: 'How many people have so far to work.' })
export class CommutingBandView {
  @Field(() => Float, { description: 'From so many km.' }) fromKm: number;
  @Field(() => Float, { nullable: true, description: 'To below so many km; null for the last.' })
  untilKm: number | null;
  @Field(() => Int, { description: 'How many.' }) heads: number;
}

@ObjectType('Commuting', { description: 'How far people have from home to work, as the crow flies.' })
export class CommutingView {
  @Field(() => Int, { description: 'How many placements are counted.' }) heads: number;
  @Field(() => Float, { nullable: true, description: 'The median, in whole km; null of fewer than five.' })
  medianKm: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Nine of ten have no farther, in whole km; null of fewer than five.',
  })
  p90Km: number | null;
  @Field(() => [CommutingBandView], { description: 'By distance.' }) bands: CommutingBandView[];
  @Field(() => Date, { description: 'When it was counted: what is dear to count may be up to ten minutes old.' })
  countedAt: Date;
}
