import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { platformMessages, RefusedError } from '../errors/index.js';

export interface PublicLimit {
  readonly name: string;
  readonly calls: number;
  readonly seconds: number;
}

/** Counts what anyone may call without logging in, by address and across all API processes. */
@Injectable()
export class PublicLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly source: DataSource) {}

  /** Counts one call; RATE_LIMITED beyond the limit. */
  async count(limit: PublicLimit, address: string): Promise<void> {
    try {
      await this.limiterOf(limit).consume(address);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.ceil(error.msBeforeNext / 1_000);
      throw new RefusedError({
        code: 'RATE_LIMITED',
        message: platformMessages.rateLimited,
        params: { seconds },
        retryAfterSeconds: seconds,
      });
    }
  }

  private limiterOf({ name, calls, seconds }: PublicLimit): RateLimiterPostgres {
    const known = this.limiters.get(name);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      ...{ storeClient: this.source, storeType: 'typeorm', tableName: 'rate_limit', tableCreated: true },
      ...{ clearExpiredByTimeout: false, keyPrefix: name, points: calls, duration: seconds },
    });
    this.limiters.set(name, limiter);
    return limiter;
  }
}
