import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';

/** Where BullMQ keeps its jobs: Redis when REDIS_URL is set, else PostgreSQL. One per process. */
export interface QueueBackend {
  readonly name: 'redis' | 'postgres';
  readonly options: { connection: ConnectionOptions; prefix?: string };
  close(): Promise<void>;
}

/** Chooses and opens the backend. Must run before the first Queue or Worker is made. */
export function openQueueBackend(config: Config, logger: Logger): QueueBackend {
  const { REDIS_URL, DATABASE_URL, QUEUE_PREFIX } = config.settings;
  if (REDIS_URL) {
    setDefaultBackendFactory();
    // The hash tag keeps all keys of a queue on one node of a Redis cluster.
    return {
      name: 'redis',
      options: { connection: { url: REDIS_URL, maxRetriesPerRequest: null }, prefix: `{${QUEUE_PREFIX}}` },
      close: () => Promise.resolve(),
    };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    max: 16,
    options: '-c search_path=bullmq,public',
    keepAlive: true,
  });
  pool.on('error', (error) => logger.warn({ err: error }, 'queue connection lost'));
  // Every queue and every worker listens for its errors.
  pool.setMaxListeners(0);
  // BullMQ's option type names Redis connections only; with the PostgreSQL factory it takes the pool as it is.
  return { name: 'postgres', options: { connection: pool }, close: () => pool.end() };
}
