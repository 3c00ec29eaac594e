import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessTokens } from './access-tokens.js';
import { Authenticator } from './authenticator.js';
import { SessionCookie } from './session-cookie.js';
import { PolicyGuard } from './policy.guard.js';

/** Needs an AccountStore from above: AccountsModule provides it globally. */
@Global()
@Module({
  providers: [AccessTokens, Authenticator, SessionCookie, { provide: APP_GUARD, useClass: PolicyGuard }],
  exports: [AccessTokens, Authenticator, SessionCookie],
})
export class AuthModule {}
