import pg from 'pg';
import type { Logger } from 'pino';

const pauseMs = 1_000;

export interface Backend {
  readonly pid: number;
  /** When it began, as PostgreSQL writes it. */
  readonly since: string;
}

/**
 * A connection of its own that hears NOTIFY on one channel. When it is lost it is taken up again; what was told meanwhile
 * is not told twice, so whoever listens also looks from time to time.
 */
export class Listener {
  private client: pg.Client | undefined;
  private isStopped = false;
  /** The connection, as pg_stat_activity names it; while it is there, so is this process. */
  backend: Backend | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly channel: string,
    private readonly onNews: (payload: string) => void,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('error', (error) => {
      this.logger.warn({ err: error, channel: this.channel }, 'listener lost');
      setTimeout(() => void this.again(), pauseMs).unref();
    });
    client.on('notification', ({ payload = '' }) => this.onNews(payload));
    await client.connect();
    await client.query(`LISTEN ${this.channel}`);
    const { rows } = await client.query<Backend>(
      'SELECT pid, backend_start::text AS since FROM pg_stat_activity WHERE pid = pg_backend_pid()',
    );
    this.backend = rows[0];
    this.client = client;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.client?.end();
  }

  private async again(): Promise<void> {
    if (this.isStopped) return;
    try {
      await this.start();
    } catch (error) {
      this.logger.warn({ err: error, channel: this.channel }, 'listener not back yet');
      setTimeout(() => void this.again(), pauseMs).unref();
    }
  }
}
