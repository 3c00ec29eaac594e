import { Injectable } from '@nestjs/common';
import { Accounts } from './account.service.js';
import { AttemptLimits } from './attempt-limits.service.js';
import { loginOf } from './credentials.rules.js';
import type { LogInInput } from './account.input.js';
import type { OpenedSession } from './session.service.js';

/** Logging in, counted: each attempt before it is looked at, so that parallel guesses count too. */
@Injectable()
export class LogIns {
  constructor(
    private readonly accounts: Accounts,
    private readonly limits: AttemptLimits,
  ) {}

  async logIn(input: LogInInput, address: string): Promise<OpenedSession> {
    const login = loginOf(input.login) ?? input.login.slice(0, 100);
    await this.limits.countLogIn(login, address);
    const session = await this.accounts.logIn(input);
    await this.limits.forgetLogIn(login, address);
    return session;
  }
}
