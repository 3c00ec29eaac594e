import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { WorkHazard } from '../restrictions/restriction.rules.js';
import { WorkHazardEnum } from '../restrictions/work-hazard.js';
import { WageUnit } from '../wage.js';
import type { LabourNeed } from './need.entity.js';
import type { NeedAction } from './need-action.rules.js';
import { ShiftKind } from './need.input.js';
import type { NeedState } from './need.states.js';

export enum NeedStateView {
  DRAFT = 'draft',
  OPEN = 'open',
  CLOSED = 'closed',
  CANCELLED = 'cancelled',
  EXPIRED = 'expired',
}
registerEnumType(NeedStateView, {
  name: 'LabourNeedState',
  description: 'Where a need stands. Whether it is filled follows from its seats.',
  valuesMap: {
    DRAFT: { description: 'Not published.' },
    OPEN: { description: 'Looking for workers.' },
    CLOSED: { description: 'Ended by the host; placements go on.' },
    CANCELLED: { description: 'Withdrawn by the host.' },
    EXPIRED: { description: 'Its period has passed.' },
  },
});

export const NeedActionEnum = {
  CHANGE: 'change',
  CLOSE: 'close',
  CANCEL: 'cancel',
  APPLY: 'apply',
  REMOVE: 'remove',
} as const satisfies Record<string, NeedAction>;
registerEnumType(NeedActionEnum, {
  name: 'NeedAction',
  description: 'What can be done with a need; each is a mutation.',
  valuesMap: {
    CHANGE: { description: '`changeNeed`.' },
    CLOSE: { description: '`closeNeed`.' },
    CANCEL: { description: '`cancelNeed`.' },
    APPLY: { description: '`applyForNeed`.' },
    REMOVE: { description: '`removeNeed`, by a bureau.' },
  },
});

@ObjectType('LabourNeed', { description: 'Positions a host wants filled: what work, where, when, at what wage.' })
export class LabourNeedView {
  @Field(() => ID, { description: 'Id of the need.' }) id: string;
  @Field({ description: 'The host’s own reference.' }) reference: string;
  @Field(() => Int, { description: 'Least skill level, 1 to 5.' }) minLevel: number;
  @Field({ description: 'Whether substitute occupations are accepted.' }) acceptsSubstitutes: boolean;
  @Field(() => [ID], { description: 'Certificates that the work legally requires.' }) certificateCodes: string[];
  @Field(() => [WorkHazardEnum], { description: 'Hazards of the work that the law keeps from some people.' })
  hazards: WorkHazard[];
  @Field(() => Int, { description: 'Positions.' }) headcount: number;
  @Field(() => Int, { description: 'Positions with an accepted offer or a placement.' }) seatsTaken: number;
  @Field(() => Int, { description: 'Priority class, 3 before 2 before 1.' }) priority: number;
  @Field({ description: 'Address of the site.' }) address: string;
  @Field(() => Float, { description: 'Latitude of the site, degrees.' }) latitude: number;
  @Field(() => Float, { description: 'Longitude of the site, degrees.' }) longitude: number;
  @Field(() => LocalDateScalar, { description: 'First day of work.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day of work.' }) endsOn: string;
  @Field(() => Int, { description: 'Least share of the period a worker must be available for, per cent.' })
  minOverlapPercent: number;
  @Field(() => ShiftKind, { description: 'When the work is done.' }) shift: string;
  @Field(() => Int, { description: 'Wage in the hundredth part of the currency.' }) wageFen: number;
  @Field(() => WageUnit, { description: 'What the wage is paid for.' }) wageUnit: string;
  @Field({ description: 'ISO 4217 currency code.' }) currency: string;
  @Field({ description: 'Whether the host lodges workers from further away.' }) lodging: boolean;
  @Field({ description: 'What else applicants should know.' }) description: string;
  @Field(() => NeedStateView, { description: 'Where the need stands.' }) state: NeedState;
  @Field(() => Date, { nullable: true, description: 'When it was published.' }) publishedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why a bureau took it down; null where none did.' })
  removalNote: string | null;

  /** For extension fields only; not part of the API. */
  hostId: string;
  occupationId: string;
  regionId: string;
}

export const LabourNeedConnection = ConnectionOf(LabourNeedView, 'LabourNeed');

/** The need as everyone may see it: nothing in it is personal. */
export function toNeedView(need: LabourNeed): LabourNeedView {
  const { id, reference, minLevel, acceptsSubstitutes, certificateCodes, hazards, headcount, seatsTaken, priority } =
    need;
  const { address, latitude, longitude, startsOn, endsOn, minOverlapPercent, shift } = need;
  const { wageFen, wageUnit, currency, lodging, description, state, publishedAt, removalNote } = need;
  const { hostId, occupationId, regionId } = need;
  return {
    ...{ id, reference, minLevel, acceptsSubstitutes, certificateCodes, hazards, headcount, seatsTaken, priority },
    ...{ address, latitude, longitude, startsOn, endsOn, minOverlapPercent, shift },
    ...{ wageFen, wageUnit, currency, lodging, description, state, publishedAt, removalNote },
    ...{ hostId, occupationId, regionId },
  };
}
