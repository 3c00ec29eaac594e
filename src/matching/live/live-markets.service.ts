import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { Proposals } from '../../labour/index.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Listener } from '../../platform/database/listener.js';
import { newId } from '../../platform/ids/ids.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { Markets } from '../markets/market.service.js';
import { MatchRuns } from '../runs/match-run.service.js';
import { RunReports } from '../runs/run-report.js';
import { readChanges, type Snapshot } from '../runs/snapshot.js';
import { type Holder, holdsLease, releaseLeases, renewLeases, takeLease } from './lease.loader.js';
import { dropNotes, type Note, placeNotes, readNotes } from './note.loader.js';
import type { Judgement, MarketState } from './market-state.js';

/** A market that this process keeps. */
export interface Kept {
  readonly state: MarketState;
  readonly judgement: Judgement;
  /** The run that the state began with; proposals name it. */
  readonly runId: string;
  readonly weightsVersion: number;
}

/** The oldest change in a market, or in a region that belongs to none yet, that nobody follows. */
interface Orphan {
  readonly market_id: string | null;
  readonly region_id: string;
  readonly traceparent: string | null;
}

const renewMs = 3_000;
const lookMs = 1_000;
/** From so many changes on, solving anew costs less than repairing. */
const mostChanges = 1_000;

/**
 * The markets that this job process keeps optimal in memory. The database decides whose a market is: a lease, which lapses
 * when its process dies, and which every write of proposals checks. State that is lost is made anew by a run.
 */
@Injectable()
export class LiveMarkets implements OnApplicationShutdown {
  private readonly owner = newId();
  private readonly kept = new Map<string, Kept>();
  /** Work on each market, one after the other. */
  private readonly work = new Map<string, Promise<void>>();
  private readonly listener: Listener;
  private readonly timers: NodeJS.Timeout[] = [];
  private looking = Promise.resolve();
  private isWoken = false;

  constructor(
    config: Config,
    private readonly db: Database,
    private readonly markets: Markets,
    private readonly runs: MatchRuns,
    private readonly proposals: Proposals,
    private readonly reports: RunReports,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.listener = new Listener(config.settings.DATABASE_URL, 'market_change', () => this.wake(), logger);
  }

  private get holder(): Holder {
    return { owner: this.owner, backend: this.listener.backend };
  }

  /** Takes up work; in the job process only. */
  async start(): Promise<void> {
    await this.listener.start();
    this.wake();
    this.timers.push(
      setInterval(() => this.wake(), lookMs),
      setInterval(() => void this.renew(), renewMs),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.timers.forEach(clearInterval);
    await this.listener.stop();
    await this.looking;
    await Promise.all(this.work.values());
    await releaseLeases(this.db, this.owner);
    this.kept.clear();
  }

  /** By what this process keeps a market; undefined where it does not. */
  judgementOf(marketId: string): Judgement | undefined {
    return this.kept.get(marketId)?.judgement;
  }

  /** A market that this process keeps as it stands after all that was noted, and by what it is judged; undefined where it does not keep it. */
  async copyOf(marketId: string): Promise<{ readonly snapshot: Snapshot; readonly judgement: Judgement } | undefined> {
    await this.serve(marketId);
    const kept = this.kept.get(marketId);
    return kept && { snapshot: kept.state.snapshot(), judgement: kept.judgement };
  }

  /** A run begins, in the caller's transaction: from its commit on nobody but this process writes the market's proposals. */
  async take(tx: Tx, marketId: string): Promise<void> {
    await this.work.get(marketId);
    this.kept.delete(marketId);
    await takeLease(tx, marketId, this.holder);
  }

  /** Throws unless the market is this process's, and so until the end of the transaction: what else it does comes before. */
  async ensureHeld(tx: Tx, marketId: string): Promise<void> {
    if (!(await holdsLease(tx, marketId, this.owner))) throw new Error(`market ${marketId} is another process's now`);
  }

  /** A run is written: its state goes on from there. */
  async keep(marketId: string, kept: Kept): Promise<void> {
    this.kept.set(marketId, kept);
    await this.serve(marketId);
  }

  /** Nothing came of a run: whoever comes next begins anew. */
  async release(marketId: string): Promise<void> {
    this.kept.delete(marketId);
    await releaseLeases(this.db, this.owner, marketId);
  }

  /** Follows everything that was noted until now, and has taken up what nobody follows. */
  async flush(): Promise<void> {
    await Promise.all([...this.kept.keys()].map((marketId) => this.serve(marketId)));
    await this.takeUpOrphans();
  }

  /** Looks at what was noted about a market of this process, and writes what follows from it. */
  private serve(marketId: string): Promise<void> {
    const before = this.work.get(marketId) ?? Promise.resolve();
    const now = before.then(() => this.follow(marketId)).catch((error: unknown) => this.giveUp(marketId, error));
    this.work.set(marketId, now);
    return now;
  }

  private async follow(marketId: string): Promise<void> {
    for (let kept = this.kept.get(marketId); kept; kept = this.kept.get(marketId)) {
      const notes = await readNotes(this.db, marketId, mostChanges);
      if (notes.length === 0) return;
      const isBeyond =
        notes.length === mostChanges || notes.some((note) => note.worker_id === null && note.need_id === null);
      if (isBeyond) {
        await this.reports.following('hand over', notes[0], () =>
          this.db.transaction((tx) => this.runs.request(tx, marketId, 'event')),
        );
        return;
      }
      await this.reports.following('follow', notes[0], () => this.repair(marketId, kept, notes));
    }
  }

  private async repair(
    marketId: string,
    { state, runId, weightsVersion }: Kept,
    notes: readonly Note[],
  ): Promise<void> {
    const needIds = [...new Set(notes.flatMap(({ need_id: id }) => id ?? []))];
    const workerIds = [...notes.flatMap(({ worker_id: id }) => id ?? []), ...state.barredFrom(needIds)];
    const changes = await readChanges(this.db, marketId, [...new Set(workerIds)], needIds);
    const started = performance.now();
    const { scope, pairs } = state.apply(changes);
    const repairMs = performance.now() - started;
    const difference = await this.db.transaction(async (tx) => {
      const written = await this.proposals.replace(tx, runId, weightsVersion, scope, pairs);
      await dropNotes(tx, notes.map(({ id }) => id)); // prettier-ignore
      await this.ensureHeld(tx, marketId);
      return written;
    });
    this.reports.repaired(notes, repairMs, difference);
  }

  /** What is in memory may be half changed: it is dropped, and a run makes it anew. */
  private async giveUp(marketId: string, error: unknown): Promise<void> {
    this.logger.warn({ err: error, market: marketId }, 'market lost; a run takes it up again');
    try {
      await this.release(marketId);
    } catch (fault) {
      this.logger.warn({ err: fault, market: marketId }, 'lease not given back; it lapses');
    }
  }

  private async renew(): Promise<void> {
    try {
      const mine = new Set(await renewLeases(this.db, this.holder));
      for (const marketId of this.kept.keys()) if (!mine.has(marketId)) this.kept.delete(marketId);
    } catch (error) {
      this.logger.warn({ err: error }, 'leases not prolonged; it tries again');
    }
  }

  /** Looks once more after the look at hand, however often it is woken meanwhile. */
  private wake(): void {
    if (this.isWoken) return;
    this.isWoken = true;
    this.looking = this.looking
      .then(() => {
        this.isWoken = false;
        return this.flush();
      })
      .catch((error: unknown) => this.logger.warn({ err: error }, 'markets not looked after; it tries again'));
  }

  /** Asks for runs of markets that changed and that nobody keeps: new ones, and those whose process is gone. */
  private async takeUpOrphans(): Promise<void> {
    const orphans = await this.db.rows<Orphan>(
      `SELECT DISTINCT ON (market_id, CASE WHEN market_id IS NULL THEN region_id END) market_id, region_id, traceparent FROM market_change c
       WHERE NOT EXISTS (SELECT 1 FROM market_kept k WHERE k.market_id = c.market_id)
       ORDER BY market_id, CASE WHEN market_id IS NULL THEN region_id END, id`,
    );
    for (const orphan of orphans) {
      await this.reports.following('take up', orphan, () => this.takeUp(orphan));
    }
  }

  private async takeUp({ market_id: known, region_id: regionId }: Orphan): Promise<void> {
    await this.db.transaction(async (tx) => {
      const marketId = known ?? (await this.markets.of(tx, regionId));
      if (!known) await placeNotes(tx, regionId, marketId);
      await this.runs.request(tx, marketId, 'event');
    });
  }
}
