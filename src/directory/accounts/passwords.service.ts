import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

// argon2id; memory in KiB. OWASP's first recommendation.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

@Injectable()
export class Passwords {
  /** Compared against when there is no such account, so that an unknown login takes as long as a wrong password. */
  private readonly nobody = hash('no account has this password', cost);

  hash(password: string): Promise<string> {
    return hash(password, cost);
  }

  /** Whether the password belongs to the hash; without a hash it does the same work and says no. */
  async matches(password: string, passwordHash: string | undefined): Promise<boolean> {
    const isRight = await verify(passwordHash ?? (await this.nobody), password);
    return isRight && passwordHash !== undefined;
  }
}
