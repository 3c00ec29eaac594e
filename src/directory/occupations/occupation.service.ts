import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { Fresh } from '../../platform/cache/fresh.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { orRefuse, refuse, refuseAll } from '../../platform/errors/index.js';
import { idOf, type Page } from '../../platform/graphql/connection.js';
import { pageByCode, rowsById } from '../taxonomies/taxonomy.loader.js';
import { refuseReservedScheme, searchText, unknownCode } from '../taxonomies/taxonomy.rules.js';
import { meantBy, type SoundedName, soundedName } from './occupation-search.rules.js';
import { Occupation } from './occupation.entity.js';
import type { OccupationPageArgs } from './occupation.input.js';
import {
  type OccupationRow,
  readNames,
  searchOccupationIds,
  type Substitute,
  substitutesById,
  upsertOccupations,
} from './occupation.loader.js';

/** The scheme that ships with the product. */
export const occupationScheme = 'GJ';

/** Occupations of every scheme, and which may stand in for which. */
@Injectable()
export class Occupations {
  private readonly names: Fresh<readonly SoundedName[]>;

  constructor(
    private readonly db: Database,
    clock: Clock,
  ) {
    // The catalogue hardly ever changes, and what a search misses for a minute is only what was mistyped.
    this.names = new Fresh(clock, 60_000, async () => (await readNames(db.reader)).map(soundedName));
  }

  readonly byIds: BatchLoad<Occupation> = (ids) => rowsById(this.db.reader, Occupation, ids);

  /** By occupation: who may stand in for it, the cheapest first. */
  readonly substitutesOf: BatchLoad<readonly Substitute[]> = (ids) => substitutesById(this.db.reader, ids);

  /** The occupation, or VALIDATION_FAILED at `field`. */
  async require(tx: EntityManager, id: string, field: string): Promise<Occupation> {
    return orRefuse(await tx.findOneBy(Occupation, { id }), unknownCode(id, field));
  }

  /** VALIDATION_FAILED at `field` for each id that is not in the catalogue. */
  async requireAll(tx: EntityManager, ids: readonly string[], field: string): Promise<void> {
    const known = new Set((await tx.findBy(Occupation, { id: In([...ids]) })).map(({ id }) => id));
    refuseAll(ids.filter((id) => !known.has(id)).map((id) => unknownCode(id, field)));
  }

  /** Inserts or updates occupations of a foreign scheme. */
  async createCustom(tx: Tx, rows: readonly OccupationRow[]): Promise<void> {
    refuse(refuseReservedScheme(rows, occupationScheme));
    await upsertOccupations(tx, rows);
  }

  /**
   * Ids of the occupations that have `text` in a name, best first, at most 1000, and of those that may have been meant by it.
   * `text` is as `searchText` gives it.
   */
  async find(text: string): Promise<{ readonly named: readonly string[]; readonly meant: readonly string[] }> {
    const named = await searchOccupationIds(this.db.reader, text, { limit: 1_000, afterId: null });
    return { named, meant: meantBy(text, await this.names.get()) };
  }

  /** Occupations by a search, best first, at last what may have been meant; without one, in the order of their ids. */
  async page({ search, ...page }: OccupationPageArgs): Promise<Page<Occupation>> {
    const text = searchText(search);
    if (!text) return pageByCode(this.db.reader.createQueryBuilder(Occupation, 'occupation'), page);
    const afterId = page.after ? idOf(page.after) : null;
    const meant = meantBy(text, await this.names.get());
    const named = await searchOccupationIds(this.db.reader, text, { limit: page.first + 1, afterId });
    // A place among what was meant is none among the named, which all come before it.
    const ids = [...named, ...meant.slice(afterId === null ? 0 : meant.indexOf(afterId) + 1)];
    const rows = await this.byIds(ids.slice(0, page.first));
    return {
      rows: ids.slice(0, page.first).flatMap((id) => rows.get(id) ?? []),
      hasNextPage: ids.length > page.first,
      hasPreviousPage: afterId !== null,
    };
  }
}
