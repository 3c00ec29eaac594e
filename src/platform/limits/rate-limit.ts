import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { platformMessages, RefusedError } from '../errors/index.js';

export interface RateLimit {
  readonly name: string;
  readonly calls: number;
  readonly seconds: number;
}

/** A counter that all processes share: its rows are in PostgreSQL. */
export function limiterOf(source: DataSource, { name, calls, seconds }: RateLimit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    ...{ storeClient: source, storeType: 'typeorm', tableName: 'rate_limit', tableCreated: true },
    ...{ clearExpiredByTimeout: false, keyPrefix: name, points: calls, duration: seconds },
  });
}

/** Counts one call; RATE_LIMITED, with the seconds to wait, beyond the limit. */
export async function take(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
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
