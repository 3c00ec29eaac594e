import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Application } from './application.entity.js';

export enum ApplicationKind {
  DIRECT = 'direct',
  INTEREST = 'interest',
}
registerEnumType(ApplicationKind, {
  name: 'ApplicationKind',
  description: 'What an application is, decided by whether the worker has an employer.',
  valuesMap: {
    DIRECT: { description: 'For a hire by the host itself.' },
    INTEREST: { description: 'An interest, routed to the employer, who may lend the worker.' },
  },
});

@ObjectType('Application', { description: 'A worker’s own request for a need.' })
export class ApplicationView {
  @Field(() => ID, { description: 'Id of the application.' }) id: string;
  @Field(() => ApplicationKind, { description: 'Direct, or an interest routed to the employer.' }) kind: string;
  @Field({ description: 'State: submitted, taken, declined or withdrawn.' }) state: string;
  @Field({ description: 'The worker’s words.' }) note: string;
  @Field({ description: 'When it was submitted.' }) createdAt: Date;

  /** For extension fields only; not part of the API. */
  needId: string;
  workerId: string;
}

export const ApplicationConnection = ConnectionOf(ApplicationView, 'Application');

export function toApplicationView({
  id,
  kind,
  state,
  note,
  createdAt,
  needId,
  workerId,
}: Application): ApplicationView {
  return { id, kind, state, note, createdAt, needId, workerId };
}
