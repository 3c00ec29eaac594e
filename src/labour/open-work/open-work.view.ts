import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { ShiftKind } from '../needs/need.input.js';
import type { WorkHazard } from '../restrictions/restriction.rules.js';
import { WorkHazardEnum } from '../restrictions/work-hazard.js';
import { WageUnit } from '../wage.js';
import type { OpenWorkRow } from './open-work.loader.js';

@ObjectType('OpenWork', { description: 'Work that looks for people now, as anyone may see it without logging in.' })
export class OpenWorkView {
  @Field(() => ID, { description: 'Id of the need; `need(id)` and `applyForNeed` take it.' }) id: string;
  @Field(() => ID, { description: 'Id of the enterprise where the work is.' }) hostId: string;
  @Field({ description: 'Name of the enterprise where the work is.' }) hostName: string;
  @Field(() => [WorkHazardEnum], { description: 'Hazards of the work that the law keeps from some people.' })
  hazards: WorkHazard[];
  @Field(() => Int, { description: 'Least skill level, 1 to 5.' }) minLevel: number;
  @Field({ description: 'Whether substitute occupations are accepted.' }) acceptsSubstitutes: boolean;
  @Field(() => Float, { description: 'Latitude of the site, degrees, rounded to a hundredth (about a kilometre).' })
  latitude: number;
  @Field(() => Float, { description: 'Longitude of the site, degrees, rounded to a hundredth (about a kilometre).' })
  longitude: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Metres from `near` to the rounded site; null where `near` is not given.',
  })
  distanceM: number | null;
  @Field(() => LocalDateScalar, { description: 'First day of work.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day of work.' }) endsOn: string;
  @Field(() => ShiftKind, { description: 'When the work is done.' }) shift: string;
  @Field(() => Int, { description: 'Wage in the hundredth part of the currency.' }) wageFen: number;
  @Field(() => WageUnit, { description: 'What the wage is paid for.' }) wageUnit: string;
  @Field({ description: 'ISO 4217 currency code.' }) currency: string;
  @Field({ description: 'Whether the host lodges workers from further away.' }) lodging: boolean;
  @Field({ description: 'What else applicants should know.' }) description: string;
  @Field(() => Int, { description: 'Seats that are neither taken nor offered to anyone, at least 1.' })
  seatsOpen: number;
  @Field(() => Date, { nullable: true, description: 'When it was published.' }) publishedAt: Date | null;

  /** For extension fields only; not part of the API. */
  occupationId: string;
  regionId: string;
  certificateCodes: string[];
}

export const OpenWorkConnection = ConnectionOf(OpenWorkView, 'OpenWork');

/** Open work as passers-by see it: no exact address, nothing of any person. */
export function toOpenWorkView(row: OpenWorkRow): OpenWorkView {
  const {
    needId: id,
    hostId,
    hostName,
    hazards,
    minLevel,
    acceptsSubstitutes,
    latitude,
    longitude,
    distanceM,
    startsOn,
    endsOn,
  } = row;
  const { shift, wageFen, wageUnit, currency, lodging, description, seatsOpen, publishedAt } = row;
  const { occupationId, regionId, certificateCodes } = row;
  return {
    ...{
      id,
      hostId,
      hostName,
      hazards,
      minLevel,
      acceptsSubstitutes,
      latitude,
      longitude,
      distanceM,
      startsOn,
      endsOn,
    },
    ...{ shift, wageFen, wageUnit, currency, lodging, description, seatsOpen, publishedAt },
    ...{ occupationId, regionId, certificateCodes },
  };
}
