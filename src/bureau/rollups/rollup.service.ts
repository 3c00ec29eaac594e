import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { watchAlerts } from '../alerts/watch-alerts.job.js';
import { type Fact, factNames } from './facts.js';
import { regionsUpwards } from './regions-upwards.js';
import { countDay, countMonths, recountRegion, type RollupCheck } from './rollup-cells.loader.js';

/** So many notes are followed in one transaction. */
const notesAtOnce = 2_000;
/** Stands for every fact, or every region. */
const all = '*';
/** The day of notes that are of every day. */
const everyDay = '-infinity';

interface Note {
  readonly fact: string;
  readonly region_id: string;
  readonly day: string;
}

/**
 * Keeps the sums by day of what indicators count. A cell is always counted anew from its facts, never moved by a difference. A
 * count from nothing goes fact by fact and region by region, each in a transaction of its own, so that changes are followed meanwhile.
 */
@Injectable()
export class Rollups {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Follows notes of changes; answers how many there were. Another process that is at it does it all: then 0. */
  async follow(): Promise<number> {
    return this.db.transaction(async (tx) => ((await isAlone(tx)) ? this.next(tx) : 0));
  }

  /** Counts everything from nothing, sets right what differs, and keeps how much that was: it must be none. */
  async check(): Promise<RollupCheck> {
    const startedAt = this.clock.now();
    // What was noted before is no drift, and neither is what moves with the size of an enterprise.
    while ((await this.inTurn((tx) => this.next(tx))) > 0);
    const moved = await this.db.rows('DELETE FROM indicator_recount RETURNING 1');
    let [cells, drifted] = [0, 0];
    for (const { id } of await this.db.rows<{ id: string }>(countedRegionsSql))
      for (const fact of factNames) {
        const found = await this.inTurn(async (tx) => {
          await this.count(tx, await takeNotes(tx, `fact = $1 AND day <> '${everyDay}'`, [fact]));
          return recountRegion(tx, fact, id, moved.length > 0);
        });
        [cells, drifted] = [cells + found.cells, drifted + found.drifted];
      }
    await this.db.rows(
      'INSERT INTO indicator_check (started_at, finished_at, cells, drifted) VALUES ($1, $2, $3, $4)',
      [...[startedAt, this.clock.now(), cells, drifted]],
    );
    return { cells, drifted };
  }

  /** In a transaction of its own, after whoever is at it. */
  private async inTurn<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('indicators'))`);
      return work(tx);
    });
  }

  /** Many notes of days, or where there are none, one of what is to be counted from nothing. */
  private async next(tx: Tx): Promise<number> {
    const newest = `id IN (SELECT id FROM indicator_change WHERE day <> '${everyDay}' AND fact <> '${all}' ORDER BY id LIMIT $1)`;
    const notes = await takeNotes(tx, newest, [notesAtOnce]);
    const whole = notes.length > 0 ? [] : await takeNotes(tx, 'id = (SELECT min(id) FROM indicator_change)', []);
    await this.count(tx, notes);
    for (const note of whole) await this.recount(tx, note);
    const count = notes.length + whole.length;
    if (count > 0) await tx.query(`SELECT pg_notify('live', 'indicators')`);
    return count;
  }

  private async count(tx: Tx, notes: readonly Note[]): Promise<void> {
    for (const [key, regions] of cellsOf(notes)) {
      const [fact, day = ''] = key.split(' ');
      await countDay(tx, factOf(fact), day, [...regions]);
    }
    const months = cellsOf(notes.map((note) => ({ ...note, day: firstOfMonth(note.day) })));
    for (const [key, regions] of months) {
      const [fact, month = ''] = key.split(' ');
      await countMonths(tx, factOf(fact), month, [...regions]);
    }
    const changed = new Set(notes.filter(({ fact }) => shortageFacts.has(fact)).map(({ region_id: id }) => id));
    if (changed.size > 0)
      await tx.query('INSERT INTO shortage_change (region_id) SELECT unnest($1::text[])', [[...changed]]);
  }

  /** A fact of a region; or of everything, which becomes one note for each, the lowest regions first. */
  private async recount(tx: Tx, { fact, region_id: regionId }: Note): Promise<void> {
    if (fact === all) {
      // Whatever was begun begins anew.
      await takeNotes(tx, `day = '${everyDay}' OR fact = '${all}'`, []);
      await tx.query(
        `INSERT INTO indicator_change (fact, region_id, day) SELECT f.fact, r.id, '${everyDay}'
         FROM (${countedRegionsSql}) r CROSS JOIN unnest($1::text[]) f (fact) ORDER BY r.depth DESC, r.id`,
        [factNames],
      );
      await tx.query('INSERT INTO shortage_change (region_id) SELECT DISTINCT region_id FROM labour_need');
      return;
    }
    await recountRegion(tx, factOf(fact), regionId, false);
    const left = await rowsOf(tx, `SELECT 1 FROM indicator_change WHERE day = '${everyDay}' LIMIT 1`);
    // Every figure may be another one now.
    if (left.length === 0) await this.outbox.requestJob(tx, watchAlerts, {});
  }
}

/** Noted with every change of a published need, and with every one of a placement. */
const shortageFacts: ReadonlySet<string> = new Set<Fact>(['publication', 'start']);

/** Regions that facts lie in or sums are kept of, and those above them, the lowest first. */
const countedRegionsSql = regionsUpwards(`
    SELECT region_id FROM labour_need UNION SELECT region_id FROM worker UNION SELECT region_id FROM surplus_line UNION SELECT region_id FROM injury
    UNION SELECT region_id FROM complaint UNION SELECT region_id FROM settlement UNION SELECT region_id FROM workshop UNION SELECT region_id FROM material_lot
    UNION SELECT region_id FROM indicator_total UNION SELECT region_id FROM indicator_day`);

async function takeNotes(tx: Tx, where: string, parameters: readonly unknown[]): Promise<Note[]> {
  return rowsOf<Note>(
    tx,
    `DELETE FROM indicator_change WHERE ${where} RETURNING fact, region_id, day::text`,
    parameters,
  );
}

async function isAlone(tx: Tx): Promise<boolean> {
  const [row] = await rowsOf<{ mine: boolean }>(tx, `SELECT pg_try_advisory_xact_lock(hashtext('indicators')) AS mine`);
  return row?.mine ?? false;
}

/** By fact and day: the regions to count. */
function cellsOf(notes: readonly Note[]): Map<string, Set<string>> {
  const cells = new Map<string, Set<string>>();
  for (const { fact, region_id: regionId, day } of notes) {
    const key = `${fact} ${day}`;
    cells.set(key, (cells.get(key) ?? new Set<string>()).add(regionId));
  }
  return cells;
}

const firstOfMonth = (day: string): string => `${day.slice(0, -2)}01`;

function factOf(name: string | undefined): Fact {
  const fact = factNames.find((one) => one === name);
  if (!fact) throw new Error(`a note of an unknown fact: ${name ?? ''}`);
  return fact;
}
