import { Injectable } from '@nestjs/common';
import type { LoggedIn } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { Account } from './account.entity.js';
import { Passwords } from './passwords.service.js';
import { Reauthentication } from './reauthentication.service.js';
import { Sessions } from './session.service.js';

/** Ends an account for good. The bare row stays, since what was done with it refers to it; nothing in it names anybody. */
@Injectable()
export class AccountErasure {
  constructor(
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly reauthentication: Reauthentication,
  ) {}

  /** Whoever stands at an open screen is not yet whoever may erase: VALIDATION_FAILED at `input.password`. */
  async confirm(viewer: LoggedIn, password: string, address: string): Promise<void> {
    await this.reauthentication.require(viewer, password, address, 'input.password');
  }

  async erase(tx: Tx, accountId: string): Promise<void> {
    const passwordHash = await this.passwords.hash(newId());
    const blank = { login: `erased-${accountId}`, email: null, passwordHash, disabledAt: this.clock.now() };
    await tx.update(Account, accountId, blank);
    await this.sessions.endOthers(tx, accountId, undefined);
  }
}
