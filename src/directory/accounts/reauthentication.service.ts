import { Injectable } from '@nestjs/common';
import type { LoggedIn } from '../../platform/auth/viewer.js';
import { RefusedError } from '../../platform/errors/index.js';
import { accountMessages } from './account.messages.js';
import { Accounts } from './account.service.js';
import { AttemptLimits } from './attempt-limits.service.js';
import { Passwords } from './passwords.service.js';

/** Asks who is logged in for their password again, before what only they may do, such as a signature. */
@Injectable()
export class Reauthentication {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly limits: AttemptLimits,
  ) {}

  /** VALIDATION_FAILED at `field` for a wrong password; RATE_LIMITED like log-ins, so that a stolen session cannot guess. */
  async require(viewer: LoggedIn, password: string, address: string, field: string): Promise<void> {
    const account = await this.accounts.own(viewer);
    await this.limits.countLogIn(account.login, address);
    if (!(await this.passwords.matches(password, account.passwordHash)))
      throw new RefusedError({ code: 'VALIDATION_FAILED', message: accountMessages.wrongCredentials, field });
    await this.limits.forgetLogIn(account.login, address);
  }
}
