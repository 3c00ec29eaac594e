import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { savedSearchMatched } from '../labour.events.js';
import { findForSearches, takeDueAlerts } from './saved-search.loader.js';
import { quietMs } from './saved-search.rules.js';

/** New work, found for the searches that it fits and told at most once an hour for each. */
@Injectable()
export class SavedSearchAlerts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** A need is on the market, or changed there. A repeat finds each search's need already found. */
  async find(tx: Tx, needId: string): Promise<void> {
    const searchIds = await findForSearches(tx, needId, this.clock.now());
    if (searchIds.length > 0) await this.tell(tx, searchIds);
  }

  /** What was found in a quiet hour that is over now. Says how many searches were told of. */
  async tellDue(): Promise<number> {
    return this.db.transaction((tx) => this.tell(tx, null));
  }

  private async tell(tx: Tx, searchIds: readonly string[] | null): Promise<number> {
    const due = await takeDueAlerts(tx, this.clock.now(), quietMs, searchIds);
    await this.outbox.recordAll(tx, due.map(savedSearchMatched));
    return due.length;
  }
}
