import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { ErrorCode } from '../../platform/errors/index.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { type Language, render } from '../../platform/i18n/message.js';
import type { EnterpriseSanction } from './sanction.entity.js';
import { type SanctionAction, sanctionActions, type SanctionList, type SanctionOutcome } from './sanction.rules.js';

export const SanctionListEnum = {
  DISHONEST: 'dishonest',
  PENALISED: 'penalised',
  WAGE_ARREARS: 'wage_arrears',
} as const satisfies Record<string, SanctionList>;
registerEnumType(SanctionListEnum, {
  name: 'SanctionList',
  description: 'Lists of enterprises that may not deal.',
  valuesMap: {
    DISHONEST: { description: '失信名单.' },
    PENALISED: { description: '行政处罚名单.' },
    WAGE_ARREARS: { description: '拖欠农民工工资失信名单.' },
  },
});

export const SanctionActionEnum = { LIFT: 'lift' } as const satisfies Record<string, SanctionAction>;
registerEnumType(SanctionActionEnum, {
  name: 'SanctionAction',
  description: 'What a bureau can do with an entry of a list; each is a mutation.',
  valuesMap: { LIFT: { description: '`liftSanction`.' } },
});

@ObjectType('Sanction', { description: 'A registration on a list: while it is in force, the enterprise cannot deal.' })
export class SanctionView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'Scheme of the registration.' }) registrationScheme: string;
  @Field({ description: 'The registration.' }) registrationCode: string;
  @Field(() => SanctionListEnum, { description: 'Which list.' }) list: SanctionList;
  @Field({ description: 'Why.' }) reason: string;
  @Field({ description: 'Where the list was published.' }) source: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null: until it is lifted.' })
  endsOn: string | null;
  @Field({ description: 'When it was brought.' }) importedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was lifted.' }) liftedAt: Date | null;
  @Field({ description: 'Why it was lifted.' }) liftReason: string;
  @Field(() => [SanctionActionEnum], { description: 'What you may do with it now.' }) actions: SanctionAction[];
}

export const SanctionConnection = ConnectionOf(SanctionView, 'Sanction');

export function toSanctionView(sanction: EnterpriseSanction, viewer: Viewer): SanctionView {
  const { id, registrationScheme, registrationCode, list, reason, source, startsOn, endsOn } = sanction;
  const { importedAt, liftedAt, liftReason } = sanction;
  return {
    ...{ id, registrationScheme, registrationCode, list, reason, source, startsOn, endsOn },
    ...{ importedAt, liftedAt, liftReason, actions: sanctionActions(sanction, viewer) },
  };
}

@ObjectType('SanctionProblem', { description: 'Why one row of a list was not taken in.' })
export class SanctionProblemView {
  @Field(() => String, { description: 'One of the documented error codes.' }) code: ErrorCode;
  @Field({ description: 'What is wrong, in the caller’s language.' }) message: string;
  @Field(() => String, { nullable: true, description: 'The input field at fault, e.g. `input.rows.2.endsOn`.' })
  field: string | null;
}

@ObjectType('SanctionOutcome', { description: 'What became of one row of a list.' })
export class SanctionOutcomeView {
  @Field(() => Int, { description: 'Which row of the input, from 0.' }) row: number;
  @Field(() => ID, { nullable: true, description: 'The entry; null where there is a problem.' })
  sanctionId: string | null;
  @Field({ description: 'False where the same entry stood already.' }) isNew: boolean;
  @Field(() => ID, {
    nullable: true,
    description: 'The enterprise of your jurisdiction that it bars, if it is registered.',
  })
  enterpriseId: string | null;
  @Field(() => SanctionProblemView, { nullable: true, description: 'Why it was not taken in; null where it was.' })
  problem: SanctionProblemView | null;
}

export function toOutcomeView(outcome: SanctionOutcome, row: number, language: Language): SanctionOutcomeView {
  if ('sanctionId' in outcome) return { row, ...outcome, problem: null };
  const { code, message, params, field } = outcome.refusal;
  const problem = { code, message: render(message, language, params), field: field ?? null };
  return { row, sanctionId: null, isNew: false, enterpriseId: null, problem };
}
