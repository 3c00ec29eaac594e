import { Injectable } from '@nestjs/common';
import { anonymous } from '../../platform/auth/viewer.js';
import { RefusedError } from '../../platform/errors/index.js';
import { PersonalDataCipher } from '../../platform/personal-data/personal-data-cipher.js';
import { Enterprises } from '../enterprises/enterprise.service.js';
import { WorkerPersons } from '../workers/worker-person.service.js';
import type { SignUpEnterpriseInput, SignUpWorkerInput } from './account.input.js';
import { accountMessages } from './account.messages.js';
import { Accounts } from './account.service.js';
import { AttemptLimits } from './attempt-limits.service.js';
import type { OpenedSession } from './session.service.js';

/** Enterprises and workers sign themselves up; officers and operators are made by an operator. */
@Injectable()
export class SignUps {
  constructor(
    private readonly accounts: Accounts,
    private readonly limits: AttemptLimits,
    private readonly enterprises: Enterprises,
    private readonly persons: WorkerPersons,
    private readonly cipher: PersonalDataCipher,
  ) {}

  async enterprise(input: SignUpEnterpriseInput, address: string): Promise<OpenedSession> {
    await this.limits.countSignUp(address);
    const { enterprise: details } = input;
    return this.accounts.signUp(credentialsOf(input), input.idempotencyKey, { enterprise: details }, async (tx) => {
      const { id: enterpriseId } = await this.enterprises.create(tx, anonymous, details, 'input.enterprise');
      return { kind: 'enterprise', role: 'owner', enterpriseId };
    });
  }

  async worker(input: SignUpWorkerInput, address: string): Promise<OpenedSession> {
    await this.limits.countSignUp(address);
    const { claimCode, person } = input;
    if (Boolean(claimCode) === Boolean(person)) {
      throw new RefusedError({ code: 'VALIDATION_FAILED', message: accountMessages.oneOrigin, field: 'input.person' });
    }
    // Keyed digests: neither an ID number nor a code can be guessed from what is kept for repeats.
    const facts = { claim: this.digest(claimCode ?? ''), person: this.digest(JSON.stringify(person ?? {})) };
    return this.accounts.signUp(credentialsOf(input), input.idempotencyKey, facts, async (tx) => ({
      kind: 'worker',
      workerId: person
        ? await this.persons.register(tx, person, 'input.person')
        : await this.persons.claim(tx, claimCode ?? ''),
    }));
  }

  private digest(text: string): string {
    return this.cipher.blindIndex(text).toString('base64url');
  }
}

function credentialsOf({ login, password, language, keepIn }: SignUpEnterpriseInput | SignUpWorkerInput) {
  return { login, password, language, keepIn };
}
