import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config.js';
import { limiterOf, take } from '../../platform/limits/rate-limit.js';

const quarterSeconds = 900;
const hourSeconds = 3_600;
// Whole factories share one address.
const addressFactor = 10;
const signUpsPerAddress = 200;

/** Counts attempts across all API processes, per field execution: aliases do not get round it. */
@Injectable()
export class AttemptLimits {
  private readonly byLogin: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;
  private readonly signUps: RateLimiterPostgres;

  constructor(source: DataSource, { settings }: Config) {
    const limiter = (name: string, calls: number, seconds: number): RateLimiterPostgres =>
      limiterOf(source, { name, calls, seconds });
    this.byLogin = limiter('login', settings.LOGIN_ATTEMPTS, quarterSeconds);
    this.byAddress = limiter('address', settings.LOGIN_ATTEMPTS * addressFactor, quarterSeconds);
    this.signUps = limiter('sign-up', signUpsPerAddress, hourSeconds);
  }

  /** Counts one attempt to log in, before it is looked at; RATE_LIMITED beyond the limit. */
  async countLogIn(login: string, address: string): Promise<void> {
    await take(this.byLogin, login);
    await take(this.byAddress, address);
  }

  /** A success forgets the failures of its login, and gives the address its point back. */
  async forgetLogIn(login: string, address: string): Promise<void> {
    await this.byLogin.delete(login);
    await this.byAddress.reward(address);
  }

  async countSignUp(address: string): Promise<void> {
    await take(this.signUps, address);
  }
}
