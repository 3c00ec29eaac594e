import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../graphql/connection.js';

/** A row of the trail as it is read. */
export interface AuditRow {
  readonly id: string;
  readonly chain: string;
  readonly position: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly details: object;
}

@ObjectType('AuditEntry', { description: 'One thing that was done, from the append-only trail.' })
export class AuditEntryView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'When it was done.' }) at: Date;
  @Field({ description: 'Who did it: `account:<id>`, `system`, or `anonymous` for a sign-up.' }) actor: string;
  @Field({ description: 'What was done, e.g. `offer.accept`.' }) operation: string;
  @Field({ description: 'What it was done to, e.g. `offer`.' }) objectType: string;
  @Field(() => ID, { description: 'Id of what it was done to.' }) objectId: string;
  @Field({ description: 'Ids and states that belong to it, as JSON; never personal data.' }) details: string;
  @Field({ description: 'The tenant whose chain it stands in, e.g. `enterprise:<id>`.' }) chain: string;
  @Field(() => Int, { description: 'Its place in that chain, from 1.' }) position: number;

  /** For extension fields only; not part of the API. */
  accountId: string | null;
}

export const AuditEntryConnection = ConnectionOf(AuditEntryView, 'AuditEntry');

const accountPrefix = 'account:';

export function toAuditEntryView(row: AuditRow): AuditEntryView {
  const { id, at, actor, action, subjectType, subjectId, details, chain, position } = row;
  return {
    ...{ id, at, actor, operation: action, objectType: subjectType, objectId: subjectId, chain, position },
    details: JSON.stringify(details),
    accountId: actor.startsWith(accountPrefix) ? actor.slice(accountPrefix.length) : null,
  };
}
