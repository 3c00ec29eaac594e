import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { RegionView } from '../../directory/index.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'Requested and filled positions by stage; each stage contains the ones after it.' })
export class FillRateRow {
  @Field(() => ID, {
    nullable: true,
    description: 'Region, industry or occupation; null in the total and for what is not classified.',
  })
  key: string | null;
  @Field({ description: 'Its name in your language.' }) label: string;
  @Field(() => Int, { description: 'Needs.' }) needs: number;
  @Field(() => Int, { description: 'Positions requested.' }) demanded: number;
  @Field(() => Int, { description: 'Positions with a proposal, an offer, or more.' }) proposed: number;
  @Field(() => Int, { description: 'Positions with an accepted offer, or more.' }) accepted: number;
  @Field(() => Int, { description: 'Positions whose worker is, or was, on site.' }) onSite: number;
  @Field(() => Float, { nullable: true, description: 'proposed ÷ demanded; null when nothing is demanded.' })
  proposedRate: number | null;
  @Field(() => Float, { nullable: true, description: 'accepted ÷ demanded.' }) acceptedRate: number | null;
  @Field(() => Float, { nullable: true, description: 'onSite ÷ demanded: the fill rate in the strict sense.' })
  onSiteRate: number | null;
}

@ObjectType({ description: 'How far labour needs are filled (用工满足率): filled heads ÷ requested heads, by stage.' })
export class FillRateReport {
  @Field(() => RegionView, { description: 'The region reported on.' }) region: RegionView;
  @Field(() => LocalDateScalar, { description: 'First day.' }) from: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) until: string;
  @Field(() => FillRateRow, { description: 'Everything together.' }) total: FillRateRow;
  @Field(() => [FillRateRow], { description: 'The largest demand first, at most 500 rows (counties: 4000).' })
  rows: FillRateRow[];
}
