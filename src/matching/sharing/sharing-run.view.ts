import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { EnumInput } from '../../platform/graphql/input-fields.js';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { PhaseTime } from '../runs/match-run.view.js';
import type { SharingLeg, SharingRun } from './sharing-run.entity.js';

export const SharingLegEnum = {
  MATERIALS: 'materials',
  CAPACITY: 'capacity',
} as const satisfies Record<string, SharingLeg>;
registerEnumType(SharingLegEnum, {
  name: 'SharingLeg',
  description: 'What is shared besides labour.',
  valuesMap: {
    MATERIALS: { description: 'Raw materials: lots and requests.' },
    CAPACITY: { description: 'Factory capacity: windows and requests of steps.' },
  },
});

@ObjectType('SharingRun', { description: 'One solve over the whole market of materials or of capacity.' })
export class SharingRunView {
  @Field(() => ID, { description: 'Id of the run.' }) id: string;
  @Field(() => SharingLegEnum, { description: 'Which market.' }) leg: SharingLeg;
  @Field(() => Date, { description: 'As of when.' }) readAt: Date;
  @Field(() => Int, { description: 'Open requests that lacked something.' }) requests: number;
  @Field(() => Int, { description: 'Open lots, or days of open windows, with something free.' }) offers: number;
  @Field(() => Int, { description: 'Ways from an offer to a request that suit both.' }) edges: number;
  @Field(() => Int, { description: 'Requests for which all that they lacked is proposed.' }) met: number;
  @Field(() => Int, { description: 'Requests for which a part is proposed.' }) partlyMet: number;
  @Field(() => FenScalar, { description: 'What the proposals cost in all, in fen, transport included.' })
  costFen: number;
  @Field(() => Float, { description: 'The share of a bound that no plan passes that is not filled, 0 to 1.' })
  gap: number;
  @Field({ description: 'Whether it is proven that no plan fills more, or as much for less.' }) isProven: boolean;
  @Field(() => Int, { description: 'Proposals that stood already.' }) kept: number;
  @Field(() => Int, { description: 'Proposals that are new.' }) added: number;
  @Field(() => Int, { description: 'Proposals that ended.' }) withdrawn: number;
  @Field(() => [PhaseTime], { description: 'How long each phase took.' }) timings: PhaseTime[];
}

export const SharingRunConnection = ConnectionOf(SharingRunView, 'SharingRunConnection');

@ArgsType()
export class SharingRunListArgs extends PageArgs {
  @EnumInput(SharingLegEnum, { description: 'Which market.' }) leg: SharingLeg;
}

export function toSharingRunView(run: SharingRun): SharingRunView {
  const timings = Object.entries(run.timingsMs).map(([phase, ms]) => ({ phase, ms }));
  return { ...run, timings };
}
