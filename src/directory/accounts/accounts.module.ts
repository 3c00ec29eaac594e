import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountStore } from '../../platform/auth/account-store.js';
import { mapConstraints } from '../../platform/database/constraints.js';
import { notFound } from '../../platform/errors/index.js';
import { DatabaseAccountStore } from './account-store.service.js';
import { AccountRegisterResolver, AuditActorResolver } from './account-register.resolver.js';
import { AccountRegister } from './account-register.service.js';
import { Account } from './account.entity.js';
import { AccountErasure } from './account-erasure.service.js';
import { AccountJobs } from './account.jobs.js';
import { accountMessages } from './account.messages.js';
import { AccountResolver } from './account.resolver.js';
import { Accounts } from './account.service.js';
import { ApiKey } from './api-key.entity.js';
import { ApiKeyResolver } from './api-key.resolver.js';
import { ApiKeys } from './api-key.service.js';
import { AttemptLimits } from './attempt-limits.service.js';
import { LogIns } from './log-in.service.js';
import { Passwords } from './passwords.service.js';
import { Reauthentication } from './reauthentication.service.js';
import { RefreshToken, Session } from './session.entity.js';
import { SessionResolver } from './session.resolver.js';
import { Sessions } from './session.service.js';
import { SignUps } from './sign-up.service.js';

/** Who may call: accounts, sessions, keys. Gives the platform its AccountStore. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Account, Session, RefreshToken, ApiKey])],
  providers: [
    ...[Accounts, AccountResolver, Passwords, SignUps, LogIns, AttemptLimits, Reauthentication],
    ...[AccountErasure, Sessions, SessionResolver, ApiKeys, ApiKeyResolver, AccountJobs],
    ...[AccountRegister, AccountRegisterResolver, AuditActorResolver],
    { provide: AccountStore, useClass: DatabaseAccountStore },
  ],
  exports: [AccountStore, AccountErasure, Reauthentication],
})
export class AccountsModule implements OnModuleInit {
  onModuleInit(): void {
    mapConstraints({
      account_login_unique: { code: 'CONFLICT', message: accountMessages.loginTaken, field: 'input.login' },
      account_bureau_id_fkey: notFound('input.bureauId'),
    });
  }
}
