import { Injectable } from '@nestjs/common';
import { Occupations, Regions, searchText } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { SavedSearch } from './saved-search.entity.js';
import type { SaveSearchInput, UpdateSavedSearchInput, WorkFiltersInput } from './saved-search.input.js';
import { countNew, forgetUntold, lockAndCount } from './saved-search.loader.js';
import { filtersOf, refuseFilters, refuseOneMore } from './saved-search.rules.js';

type Wanted = Pick<SavedSearch, 'filters' | 'occupationIds'>;

/** The searches that a worker keeps; nobody else sees them. The trail holds that there was one, not what it asks. */
@Injectable()
export class SavedSearches {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly occupations: Occupations,
    private readonly regions: Regions,
  ) {}

  async save(viewer: WorkerViewer, input: SaveSearchInput): Promise<SavedSearch> {
    const { workerId } = viewer;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'saveSearch', input, async () => {
        refuse(refuseOneMore(await lockAndCount(tx, workerId)));
        const wanted = await this.wantedBy(tx, input.filters);
        const [searchId, now] = [newId(), this.clock.now()];
        const { name, alerts } = input;
        const times = { createdAt: now, lookedAt: now, alertedAt: null };
        await tx.insert(SavedSearch, { id: searchId, workerId, name, alerts, ...wanted, ...times });
        await this.record(tx, viewer, 'saved-search.save', searchId);
        return searchId;
      }),
    );
    return this.db.reader.findOneByOrFail(SavedSearch, { id });
  }

  /** Other filters are another search: nothing found for the old ones counts. */
  async update(
    viewer: WorkerViewer,
    { searchId, name, filters, alerts }: UpdateSavedSearchInput,
  ): Promise<SavedSearch> {
    return this.db.transaction(async (tx) => {
      const search = await this.lock(tx, viewer, searchId);
      const now = this.clock.now();
      const changed: SavedSearch = {
        ...search,
        ...(filters && { ...(await this.wantedBy(tx, filters)), lookedAt: now }),
        name: name ?? search.name,
        alerts: alerts ?? search.alerts,
      };
      if (filters) await tx.query('DELETE FROM saved_search_hit WHERE search_id = $1', [searchId]);
      if (changed.alerts && !search.alerts) await forgetUntold(tx, searchId, now);
      await tx.save(SavedSearch, changed);
      await this.record(tx, viewer, 'saved-search.update', searchId);
      return changed;
    });
  }

  /** The worker looks at what it finds: nothing is new any more. */
  async look(viewer: WorkerViewer, searchId: string): Promise<SavedSearch> {
    return this.db.transaction(async (tx) => {
      const search = await this.lock(tx, viewer, searchId);
      const lookedAt = this.clock.now();
      await tx.update(SavedSearch, searchId, { lookedAt });
      await forgetUntold(tx, searchId, lookedAt);
      await this.record(tx, viewer, 'saved-search.look', searchId);
      return { ...search, lookedAt };
    });
  }

  async remove(viewer: WorkerViewer, searchId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.lock(tx, viewer, searchId);
      await tx.delete(SavedSearch, searchId);
      await this.record(tx, viewer, 'saved-search.delete', searchId);
    });
  }

  async mine({ workerId }: WorkerViewer, page: PageArgs): Promise<Page<SavedSearch>> {
    const query = this.db.reader.createQueryBuilder(SavedSearch, 'search');
    return pageOf(query.where('search.workerId = :workerId', { workerId }), page);
  }

  readonly newCounts: BatchLoad<number> = (ids) => countNew(this.db.reader, ids);

  private async wantedBy(tx: Tx, given: WorkFiltersInput): Promise<Wanted> {
    const filters = filtersOf(given);
    refuse(refuseFilters(filters));
    const { regionId, occupationId } = filters;
    if (regionId) await this.regions.require(tx, regionId, 'input.filters.regionId');
    if (occupationId) await this.occupations.require(tx, occupationId, 'input.filters.occupationId');
    const text = searchText(filters.text);
    if (!text) return { filters, occupationIds: [] };
    const { named, meant } = await this.occupations.find(text);
    return { filters, occupationIds: [...(named.length > 0 ? named : meant)] };
  }

  private async lock(tx: Tx, { workerId }: WorkerViewer, id: string): Promise<SavedSearch> {
    const found = await tx.findOne(SavedSearch, { where: { id, workerId }, lock: { mode: 'pessimistic_write' } });
    return orRefuse(found, notFound('input.searchId'));
  }

  private async record(tx: Tx, viewer: WorkerViewer, action: string, subjectId: string): Promise<void> {
    await this.audit.record(tx, viewer, { action, subjectType: 'saved-search', subjectId });
  }
}
