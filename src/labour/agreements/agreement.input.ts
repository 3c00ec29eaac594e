import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDefined, Matches, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  DateInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  SecretInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { SurplusReasonEnum } from '../surplus/surplus.view.js';
import { AgreementStateEnum } from './agreement.view.js';
import type { AgreementState } from './agreement.states.js';
import { TermsDto } from './terms.dto.js';
import type { AgreementTerms } from './terms.js';

@InputType({ description: 'Between whom, for which need. Terms begin with the need’s facts and standard wording.' })
export class DraftAgreementInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The need that offers between the two are for.' }) needId: string;
  @IdInput({ description: 'The other side: the lender when the host drafts, the host when the lender does.' })
  partnerId: string;
  @EnumInput(SurplusReasonEnum, { description: 'Why the lender can lend.', optional: true })
  reason?: AgreementTerms['reason'];
  @IntInput({
    description: 'What the host pays back of social insurance, per worker and month, fen.',
    min: 0,
    max: 10_000_000,
    optional: true,
  })
  contributionsFen?: number;
  @IntInput({ description: 'The host’s share of injury costs beyond insurance, %.', min: 0, max: 100, optional: true })
  injuryHostPercent?: number;
}

@InputType({ description: 'A new version of the terms, whole.' })
export class ProposeTermsInput {
  @IdInput({ description: 'The agreement.' }) agreementId: string;
  @IntInput({ description: 'The version that you have read.', min: 1, max: 100_000 }) version: number;
  @Field(() => TermsDto, { description: 'The terms that you propose.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => TermsDto)
  terms: TermsDto;
  @TextInput({ description: 'What you say about it.', max: 2000, defaultValue: '' }) note: string;
}

@InputType({ description: 'A comment on an agreement under negotiation.' })
export class CommentInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The agreement.' }) agreementId: string;
  @TextInput({ description: 'The term that it is about, e.g. `wageFen`.', max: 40, optional: true }) term?: string;
  @TextInput({ description: 'What you say.', max: 2000 }) body: string;
}

@InputType({ description: 'Which version of which agreement.' })
export class AgreementVersionInput {
  @IdInput({ description: 'The agreement.' }) agreementId: string;
  @IntInput({ description: 'The version that you have read.', min: 1, max: 100_000 }) version: number;
}

@InputType({ description: 'Rejecting an agreement that is not signed by both.' })
export class RejectAgreementInput {
  @IdInput({ description: 'The agreement.' }) agreementId: string;
  @TextInput({ description: 'Why.', max: 500, defaultValue: '' }) reason: string;
}

@InputType({ description: 'Signing: you say again who you are, and what exactly you sign.' })
export class SignAgreementInput {
  @IdInput({ description: 'The agreement.' }) agreementId: string;
  @TextInput({ description: 'SHA-256 of the text that you have read: `Agreement.contentHash`.', min: 64, max: 64 })
  @Matches(/^[0-9a-f]{64}$/)
  contentHash: string;
  @TextInput({ description: 'Your name, as it stands on the paper.', max: 100 }) name: string;
  @TextInput({ description: 'Your title, e.g. legal representative.', max: 100, defaultValue: '' }) title: string;
  @SecretInput({ description: 'Your password, again.', min: 1, max: 200 }) password: string;
}

@InputType({ description: 'Proposing an amendment of a signed agreement.' })
export class AmendAgreementInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The signed agreement.' }) agreementId: string;
  @Field(() => TermsDto, { description: 'The terms as they shall be, whole.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => TermsDto)
  terms: TermsDto;
  @TextInput({ description: 'What you say about it.', max: 2000, defaultValue: '' }) note: string;
}

@InputType({ description: 'Proposing to end a signed agreement early.' })
export class TerminateAgreementInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The signed agreement.' }) agreementId: string;
  @DateInput({ description: 'Its last day, from today on.' }) endsOn: string;
  @TextInput({ description: 'Why.', max: 2000, defaultValue: '' }) note: string;
}

export enum AgreementRole {
  HOST = 'host',
  LENDER = 'lender',
}
registerEnumType(AgreementRole, {
  name: 'AgreementRole',
  description: 'Which side of an agreement an enterprise is on.',
  valuesMap: { HOST: { description: 'It takes workers in.' }, LENDER: { description: 'It lends its workers.' } },
});

@ArgsType()
export class AgreementListArgs extends PageArgs {
  @EnumInput(AgreementStateEnum, { description: 'Only agreements in this state.', optional: true })
  state?: AgreementState;
  @EnumInput(AgreementRole, { description: 'Only those in which your enterprise is on this side.', optional: true })
  role?: AgreementRole;
  @IdInput({ description: 'Only agreements for this need.', optional: true }) needId?: string;
}
