import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../src/api.js';
import { RollupKeeper } from '../../src/bureau/index.js';
import { LiveMarkets } from '../../src/matching/index.js';
import { startJobProcess } from '../../src/job-process.js';
import { Config } from '../../src/platform/config/config.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { OutboxRelay } from '../../src/platform/outbox/outbox-relay.js';
import { Database } from '../../src/platform/database/database.js';
import { JobQueues } from '../../src/platform/queue/job-queues.js';
import { JobRunner } from '../../src/platform/queue/job-runner.js';
import { cloneDatabase } from './database.js';

export interface GraphQLAnswer<T> {
  readonly status: number;
  readonly data: T;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: {
      readonly code: string;
      readonly fields?: readonly { readonly path: string; readonly message: string }[];
      readonly allowed?: readonly string[];
    };
  }[];
}

export interface CallOptions {
  /** An access token, or `ApiKey …`. */
  readonly as?: string;
  readonly language?: string;
}

/** The whole product on a database of its own: the API over real HTTP and the job process, in this process. */
export class TestApp {
  private constructor(
    readonly api: NestFastifyApplication,
    readonly jobs: INestApplicationContext,
    readonly url: string,
    readonly databaseUrl: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<TestApp> {
    const database = await cloneDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'gongji-app-'));
    const config = Config.fromEnvironment({
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      MATCH_DEBOUNCE_MS: '0',
      MATCH_EVERY_MINUTES: '0',
      // However slow the machine is, what was just written is seen.
      DEAR_ANSWER_MS: '600000',
      ...env,
    });
    const logger = createLogger(config.settings.LOG_LEVEL, 'test');
    const api = await createApi(config, logger);
    await api.listen(0, '127.0.0.1');
    const jobs = await startJobProcess(config, logger, { schedules: false });
    return new TestApp(api, jobs, await api.getUrl(), database.url, async () => {
      await database.drop();
      await rm(dataDir, { recursive: true });
    });
  }

  async close(): Promise<void> {
    await this.jobs.close();
    await this.api.close();
    await this.cleanUp();
  }

  get db(): Database {
    return this.api.get(Database);
  }

  /** Sends one GraphQL request as a client would. */
  async call<T>(
    query: string,
    variables: object = {},
    { as, language = 'en' }: CallOptions = {},
  ): Promise<GraphQLAnswer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(as && { authorization: as.startsWith('ApiKey ') ? as : `Bearer ${as}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as object) } as GraphQLAnswer<T>;
  }

  /** Sends a request that must succeed; fails the test with the errors otherwise. */
  async ask<T>(query: string, variables: object = {}, options: CallOptions = {}): Promise<T> {
    const { data, errors } = await this.call<T>(query, variables, options);
    if (errors)
      throw new Error(
        `${errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join('\n')}\n${query}`,
      );
    return data;
  }

  /** The codes of a request that must fail. */
  async refusal(query: string, variables: object = {}, options: CallOptions = {}): Promise<string> {
    const { errors } = await this.call(query, variables, options);
    if (!errors) throw new Error(`expected a refusal of ${query}`);
    return errors.map(({ extensions }) => extensions.code).join(' ');
  }

  /** Waits until everything that was recorded has been relayed and every job has run. */
  async settle(): Promise<void> {
    const relay = this.jobs.get(OutboxRelay);
    const runner = this.jobs.get(JobRunner);
    const queues = this.jobs.get(JobQueues);
    // Work can slip from one queue to the next between two looks, so it must be quiet twice.
    for (let quiet = 0; quiet < 2;) {
      await relay.flush();
      await this.jobs.get(LiveMarkets).flush();
      await this.jobs.get(RollupKeeper).flush();
      quiet = (await this.openWork(runner, queues)) === 0 ? quiet + 1 : 0;
      if (quiet === 0) await nextJobEvent(runner);
    }
  }

  /** Jobs that wait or run, events that are not relayed yet, and changes that no market and no indicator has followed yet. */
  private async openWork(runner: JobRunner, queues: JobQueues): Promise<number> {
    const [outbox] = await this.db.rows<{ pending: number }>(
      `SELECT ((SELECT count(*) FROM outbox_event WHERE relayed_at IS NULL) + (SELECT count(*) FROM market_change)
         + (SELECT count(*) FROM indicator_change))::int AS pending`,
    );
    const counts = await Promise.all(
      runner.workers.map(({ name }) => queues.queue(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized')),
    );
    return counts.flatMap((count) => Object.values(count)).reduce((sum, count) => sum + count, outbox?.pending ?? 0);
  }
}

/** Resolves when any worker ends a job; looks again after a short while in case it just did. */
function nextJobEvent(runner: JobRunner): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      for (const worker of runner.workers) worker.off('completed', done).off('failed', done);
      resolve();
    };
    const timer = setTimeout(done, 100);
    for (const worker of runner.workers) worker.on('completed', done).on('failed', done);
  });
}
