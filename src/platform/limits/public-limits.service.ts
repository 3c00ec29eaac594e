import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { limiterOf, type RateLimit, take } from './rate-limit.js';

/** Counts what anyone may call without logging in, by address and across all API processes. */
@Injectable()
export class PublicLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly source: DataSource) {}

  /** Counts one call; RATE_LIMITED beyond the limit. */
  async count(limit: RateLimit, address: string): Promise<void> {
    const limiter = this.limiters.get(limit.name) ?? limiterOf(this.source, limit);
    this.limiters.set(limit.name, limiter);
    await take(limiter, address);
  }
}
