import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Account } from './account.entity.js';
import { LanguageView, ScopeView } from './account.input.js';
import { stateOf } from './account.rules.js';
import type { AccountState } from './account.states.js';
import type { ApiKey } from './api-key.entity.js';

export enum AccountKindView {
  ENTERPRISE = 'enterprise',
  WORKER = 'worker',
  BUREAU = 'bureau',
  OPERATOR = 'operator',
}
registerEnumType(AccountKindView, {
  name: 'AccountKind',
  description: 'For whom an account acts.',
  valuesMap: {
    ENTERPRISE: { description: 'For an enterprise.' },
    WORKER: { description: 'For oneself, as a worker.' },
    BUREAU: { description: 'For an HR bureau.' },
    OPERATOR: { description: 'For the operator of this installation.' },
  },
});

export const AccountStateEnum = {
  ACTIVE: 'active',
  BLOCKED: 'blocked',
} as const satisfies Record<string, AccountState>;
registerEnumType(AccountStateEnum, {
  name: 'AccountState',
  description: 'Whether an account may log in.',
  valuesMap: {
    ACTIVE: { description: 'It may.' },
    BLOCKED: { description: 'An operator blocked it: it has no sessions, and its API keys are worth nothing.' },
  },
});

@ObjectType('Account', { description: 'An account: yours, or for an operator any.' })
export class AccountView {
  @Field(() => ID, { description: 'Id of the account.' }) id: string;
  @Field({ description: 'What you log in with.' }) login: string;
  @Field(() => AccountKindView, { description: 'For whom it acts.' }) kind: string;
  @Field({ description: 'Whether it owns its enterprise: adds members, makes keys.' }) isOwner: boolean;
  @Field(() => LanguageView, { description: 'Preferred language.' }) language: string;

  @Field(() => AccountStateEnum, { description: 'Whether it may log in.' }) state: AccountState;
  @Field(() => String, { nullable: true, description: 'Why it is blocked; only for operators.' })
  stateNote: string | null;
  @Field({ description: 'When it was made.' }) createdAt: Date;

  /** For extension fields only; not part of the API. */
  enterpriseId: string | null;
  bureauId: string | null;
}

export const AccountConnection = ConnectionOf(AccountView, 'Account');

export function toAccountView(row: Account, viewer?: Viewer): AccountView {
  const { id, login, kind, role, language, enterpriseId, bureauId, disabledNote, createdAt } = row;
  return {
    ...{ id, login, kind, isOwner: kind === 'enterprise' && role === 'owner', language, enterpriseId, bureauId },
    ...{ state: stateOf(row), stateNote: viewer?.kind === 'operator' ? disabledNote : null, createdAt },
  };
}

@ObjectType({
  description:
    'An open session. Its tokens are null when a cookie keeps it. Keep the refresh token where no script reads it.',
})
export class SessionView {
  @Field(() => String, { nullable: true, description: 'Sent as `authorization: Bearer …`.' })
  accessToken?: string;
  @Field(() => Int, { nullable: true, description: 'Seconds until the access token is over.' })
  accessTokenExpiresInSeconds?: number;
  @Field(() => String, {
    nullable: true,
    description: 'Good for one refreshSession; using a spent one ends the session.',
  })
  refreshToken?: string;
  @Field(() => AccountView, { description: 'Whose session it is.' }) account: AccountView;
}

@ObjectType('ApiKey', { description: 'A key for an enterprise’s systems; its secret is shown once.' })
export class ApiKeyView {
  @Field(() => ID, { description: 'Id of the key.' }) id: string;
  @Field({ description: 'What it is for.' }) name: string;
  @Field(() => [ScopeView], { description: 'What it may be used for.' }) scopes: string[];
  @Field({ description: 'When it was made.' }) createdAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was last used, to the minute.' }) lastUsedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was revoked.' }) revokedAt: Date | null;
}

export const ApiKeyConnection = ConnectionOf(ApiKeyView, 'ApiKey');

export function toApiKeyView({ id, name, scopes, createdAt, lastUsedAt, revokedAt }: ApiKey): ApiKeyView {
  return { id, name, scopes, createdAt, lastUsedAt, revokedAt };
}

@ObjectType({ description: 'A new key and, once, its secret.' })
export class CreatedApiKey {
  @Field(() => ApiKeyView, { description: 'The key.' }) apiKey: ApiKeyView;
  @Field(() => String, {
    nullable: true,
    description: 'Sent as `authorization: ApiKey …`. Null when the call was a repeat.',
  })
  secret: string | null;
}
