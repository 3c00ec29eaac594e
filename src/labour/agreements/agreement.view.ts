import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { AgreementAction } from './agreement-action.rules.js';
import type { Language } from '../../platform/i18n/message.js';
import type {
  Agreement,
  AgreementComment,
  AgreementKind,
  AgreementSignature,
  TermsVersion,
} from './agreement.entity.js';
import type { AgreementState } from './agreement.states.js';
import { termNames } from './paper.messages.js';
import type { AgreementTerms, Term } from './terms.js';
import { differences } from './terms.rules.js';
import { readable, termName } from './term-text.rules.js';

export const AgreementStateEnum = {
  DRAFT: 'draft',
  ISSUED: 'issued',
  SIGNED: 'signed',
  IN_FORCE: 'in_force',
  ENDED: 'ended',
  TERMINATED: 'terminated',
  REJECTED: 'rejected',
} as const satisfies Record<string, AgreementState>;
registerEnumType(AgreementStateEnum, {
  name: 'AgreementState',
  description: 'Where an agreement stands.',
  valuesMap: {
    DRAFT: { description: 'Its terms are being negotiated.' },
    ISSUED: { description: 'Both agree to the terms; it waits for signatures.' },
    SIGNED: { description: 'Both have signed; its first day is still to come. A change that is signed stays so.' },
    IN_FORCE: { description: 'Both have signed, and its period runs.' },
    ENDED: { description: 'Its period is over.' },
    TERMINATED: { description: 'Both ended it early.' },
    REJECTED: { description: 'A side rejected it, or nobody moved it in time.' },
  },
});

export const AgreementKindEnum = {
  COOPERATION: 'cooperation',
  AMENDMENT: 'amendment',
  TERMINATION: 'termination',
} as const satisfies Record<string, AgreementKind>;
registerEnumType(AgreementKindEnum, {
  name: 'AgreementKind',
  description: 'What an agreement is about.',
  valuesMap: {
    COOPERATION: { description: 'Lending workers.' },
    AMENDMENT: { description: 'Other terms for a cooperation agreement.' },
    TERMINATION: { description: 'An early end of a cooperation agreement.' },
  },
});

export const AgreementActionEnum = {
  PROPOSE: 'propose',
  ISSUE: 'issue',
  REJECT: 'reject',
  SIGN: 'sign',
  AMEND: 'amend',
  TERMINATE: 'terminate',
} as const satisfies Record<string, AgreementAction>;
registerEnumType(AgreementActionEnum, {
  name: 'AgreementAction',
  description: 'What can be done with an agreement; each is a mutation.',
  valuesMap: {
    PROPOSE: { description: '`proposeTerms`, by either side.' },
    ISSUE: { description: '`issueAgreement`, by the side that did not propose the newest terms.' },
    REJECT: { description: '`rejectAgreement`, by either side.' },
    SIGN: { description: '`signAgreement`, by a signatory of a side that has not signed.' },
    AMEND: { description: '`amendAgreement`, by either side.' },
    TERMINATE: { description: '`terminateAgreement`, by either side.' },
  },
});

@ObjectType('Agreement', {
  description: '共享用工合作协议: what lender and host have agreed to, from the first draft to its end.',
})
export class AgreementView {
  @Field(() => ID, { description: 'Id of the agreement.' }) id: string;
  @Field({ description: 'Its number, e.g. `GJ-2026-000123`.' }) number: string;
  @Field(() => AgreementKindEnum, { description: 'What it is about.' }) kind: AgreementKind;
  @Field(() => AgreementStateEnum, { description: 'Where it stands.' }) state: AgreementState;
  @Field(() => Int, { description: 'The newest version of its terms; from issue on the binding one.' }) version: number;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
  @Field(() => Int, { description: 'Heads at most at a time.' }) headcount: number;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the text that is signed; from issue on.' })
  contentHash: string | null;
  @Field({ description: 'When it was begun.' }) createdAt: Date;
  @Field(() => Date, { nullable: true, description: 'When both had agreed to the terms.' }) issuedAt: Date | null;
  @Field({ description: 'When it lapses unless something happens; of no meaning once signed.' }) expiresAt: Date;
  @Field(() => Date, { nullable: true, description: 'When the second side signed.' }) signedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was over.' }) endedAt: Date | null;

  /** For extension fields only; not part of the API. */
  hostId: string;
  lenderId: string;
  needId: string | null;
  parentId: string | null;
}

export const AgreementConnection = ConnectionOf(AgreementView, 'Agreement');

@ObjectType('TermDifference', { description: 'A term that a version has otherwise than the one before.' })
export class TermDifferenceView {
  @Field({ description: 'The term’s field in `AgreementTerms`.' }) term: string;
  @Field({ description: 'What it is called.' }) name: string;
  @Field(() => String, { nullable: true, description: 'As it was; null: not agreed.' }) before: string | null;
  @Field(() => String, { nullable: true, description: 'As it is; null: not agreed.' }) after: string | null;
}

@ObjectType('TermText', { description: 'A term in words.' })
export class TermTextView {
  @Field({ description: 'The term’s field in `AgreementTerms`.' }) term: string;
  @Field({ description: 'What it is called.' }) name: string;
  @Field(() => String, { nullable: true, description: 'What it says; null: not agreed.' }) text: string | null;
}

@ObjectType('TermsVersion', { description: 'One proposal in a negotiation, as it was made.' })
export class TermsVersionView {
  @Field(() => Int, { description: 'Its number, from 1.' }) version: number;
  @Field({ description: 'Whether the host proposed it; else the lender did.' }) isHosts: boolean;
  @Field({ description: 'What was said with it.' }) note: string;
  @Field({ description: 'When.' }) createdAt: Date;
  @Field(() => [TermDifferenceView], { description: 'What it changed of the version before.' })
  differences: TermDifferenceView[];
}

@ObjectType('AgreementSignature', { description: 'One side’s signature.' })
export class SignatureView {
  @Field({ description: 'Who signed.' }) name: string;
  @Field({ description: 'Their title.' }) title: string;
  @Field({ description: 'When.' }) signedAt: Date;
  @Field({ description: 'SHA-256 of the text that was signed.' }) contentHash: string;
  @Field({ description: 'Whether the host signed; else the lender did.' }) isHost: boolean;
}

@ObjectType('AgreementComment', { description: 'A comment in a negotiation.' })
export class AgreementCommentView {
  @Field(() => ID, { description: 'Id of the comment.' }) id: string;
  @Field(() => Int, { description: 'The version it was made on.' }) version: number;
  @Field(() => String, { nullable: true, description: 'The term it is about.' }) term: string | null;
  @Field({ description: 'What was said.' }) body: string;
  @Field({ description: 'When.' }) createdAt: Date;

  /** For extension fields only; not part of the API. */
  authorId: string;
}

export const AgreementCommentConnection = ConnectionOf(AgreementCommentView, 'AgreementComment');

export function toAgreementView(agreement: Agreement): AgreementView {
  const { id, number, kind, state, version, startsOn, endsOn, headcount, contentHash } = agreement;
  const { createdAt, issuedAt, expiresAt, signedAt, endedAt, hostId, lenderId, needId, parentId } = agreement;
  return {
    ...{ id, number, kind, state, version, startsOn, endsOn, headcount, contentHash },
    ...{ createdAt, issuedAt, expiresAt, signedAt, endedAt, hostId, lenderId, needId, parentId },
  };
}

export function toCommentView({
  id,
  version,
  clause,
  body,
  createdAt,
  authorId,
}: AgreementComment): AgreementCommentView {
  return { id, version, term: clause, body, createdAt, authorId };
}

export function toSignatureView(
  { name, title, signedAt, contentHash, partyId }: AgreementSignature,
  hostId: string,
): SignatureView {
  return { name, title, signedAt, contentHash, isHost: partyId === hostId };
}

/** Versions as a reader sees them, each with what it changed of the one before. */
export function toVersionViews(
  versions: readonly TermsVersion[],
  hostId: string,
  language: Language,
): TermsVersionView[] {
  return versions.map(({ version, authorId, note, createdAt, terms }, index) => {
    const before = versions[index - 1]?.terms;
    const changed = before ? differences(before, terms) : [];
    return {
      ...{ version, isHosts: authorId === hostId, note, createdAt },
      differences: changed.map((term) => ({
        term,
        name: termName(term, language),
        before: before ? readable(before, term, language) : null,
        after: readable(terms, term, language),
      })),
    };
  });
}

/** Every term in words, in the order of the terms. */
export function toTermTexts(terms: AgreementTerms, language: Language): TermTextView[] {
  return (Object.keys(termNames) as Term[]).map((term) => ({
    ...{ term, name: termName(term, language), text: readable(terms, term, language) },
  }));
}
