import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { ConsentView, toConsentView } from '../consents/consent.view.js';
import type { NamedHead, SurplusHead } from './surplus-head.service.js';

@ObjectType('SurplusHead', { description: 'One head of a listing, as its lender sees it.' })
export class SurplusHeadView {
  @Field(() => ID, { description: 'The worker’s id; it says nothing about the person.' }) workerId: string;

  /** For extension fields only; not part of the API. */
  lineId: string;
}

export const SurplusHeadConnection = ConnectionOf(SurplusHeadView, 'SurplusHead');

@ObjectType('NamedSurplusWorker', { description: 'A head that was given its name.' })
export class NamedSurplusWorkerView {
  @Field(() => SurplusHeadView, { description: 'The head.' }) head: SurplusHeadView;
  @Field(() => ConsentView, { description: 'What the worker is asked for.' }) consent: ConsentView;
  @Field(() => String, {
    nullable: true,
    description: 'The code with which the worker signs up, once. Shown in the first answer only; null in a repeat.',
  })
  claimCode: string | null;
}

/** Nothing personal: the name is a field with a look-up of its own. */
export function toSurplusHeadView({ workerId, lineId }: SurplusHead): SurplusHeadView {
  return { workerId, lineId };
}

export function toNamedSurplusWorkerView({ head, consent, claimCode }: NamedHead): NamedSurplusWorkerView {
  return { head: toSurplusHeadView(head), consent: toConsentView(consent), claimCode };
}
