import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { type Language, render } from '../../platform/i18n/message.js';
import type { ConsentAction } from './consent-action.rules.js';
import type { Consent } from './consent.entity.js';
import { disclosureMessages as says } from './consent.messages.js';
import type { ConsentState } from './consent.states.js';

export const ConsentStateEnum = {
  REQUESTED: 'requested',
  GRANTED: 'granted',
  REFUSED: 'refused',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
} as const satisfies Record<string, ConsentState>;
registerEnumType(ConsentStateEnum, {
  name: 'ConsentState',
  description: 'Where a consent stands.',
  valuesMap: {
    REQUESTED: { description: 'The worker has not answered.' },
    GRANTED: { description: 'The worker said yes; it is in force for its period.' },
    REFUSED: { description: 'The worker said no.' },
    WITHDRAWN: { description: 'The worker took their yes back.' },
    EXPIRED: { description: 'Nobody answered in time, or its period has passed.' },
  },
});

export const ConsentActionEnum = {
  GRANT: 'grant',
  REFUSE: 'refuse',
  WITHDRAW: 'withdraw',
  ASK_AGAIN: 'ask_again',
} as const satisfies Record<string, ConsentAction>;
registerEnumType(ConsentActionEnum, {
  name: 'ConsentAction',
  description: 'What can be done with a consent; each is a mutation.',
  valuesMap: {
    GRANT: { description: '`grantConsent`.' },
    REFUSE: { description: '`refuseConsent`.' },
    WITHDRAW: { description: '`withdrawConsent`.' },
    ASK_AGAIN: { description: '`askConsentAgain`, by the employer who asked.' },
  },
});

@ObjectType('Disclosure', {
  description: 'What a worker’s consent lets others see: which data, who, what for, when and where.',
})
export class DisclosureView {
  @Field({ description: 'Which data.' }) data: string;
  @Field({ description: 'Who receives it.' }) recipient: string;
  @Field({ description: 'What for.' }) purpose: string;
  @Field({ description: 'From when, and in what way.' }) occasion: string;
}

@ObjectType('Consent', {
  description: '劳动者同意: a worker’s own answer to being lent by their employer, for a period and a radius.',
})
export class ConsentView {
  @Field(() => ID, { description: 'Id of the consent.' }) id: string;
  @Field(() => ConsentStateEnum, { description: 'Where it stands.' }) state: ConsentState;
  @Field(() => LocalDateScalar, { description: 'First day it covers.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day it covers.' }) endsOn: string;
  @Field(() => Int, { description: 'How far from home it covers, metres.' }) radiusM: number;
  @Field({ description: 'When it was asked for.' }) requestedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was answered, withdrawn or expired.' })
  decidedAt: Date | null;
  @Field({ description: 'When the request lapses unless answered; silence is a no.' }) expiresAt: Date;

  /** For extension fields only; not part of the API. */
  lenderId: string;
  workerId: string;
}

export const ConsentConnection = ConnectionOf(ConsentView, 'Consent');

export function toConsentView(consent: Consent): ConsentView {
  const { id, state, startsOn, endsOn, radiusM, requestedAt, decidedAt, expiresAt, lenderId, workerId } = consent;
  return { id, state, startsOn, endsOn, radiusM, requestedAt, decidedAt, expiresAt, lenderId, workerId };
}

/** What every consent discloses, in the reader's language. It is the same for all: the product shows nothing else. */
export function toDisclosureViews(language: Language): DisclosureView[] {
  const rows = [
    [says.profileData, says.profileRecipient, says.profilePurpose, says.profileOccasion],
    [says.contactData, says.contactRecipient, says.contactPurpose, says.contactOccasion],
    [says.countData, says.countRecipient, says.countPurpose, says.countOccasion],
  ] as const;
  return rows.map(([data, recipient, purpose, occasion]) => ({
    data: render(data, language),
    recipient: render(recipient, language),
    purpose: render(purpose, language),
    occasion: render(occasion, language),
  }));
}
