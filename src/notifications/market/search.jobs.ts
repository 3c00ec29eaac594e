import { Injectable } from '@nestjs/common';
import { savedSearchMatched } from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofSearch } from './market.loader.js';

type SearchOf = DomainEvent<{
  readonly searchId: string;
  readonly workerId: string;
  readonly needId: string;
  readonly found: number;
}>;

/** A worker hears of work that fits a search of theirs; of a search that is gone meanwhile, nobody does. */
@Injectable()
export class SearchNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(savedSearchMatched, 'notifications.saved-search-matched')
  async matched({ id, payload }: SearchOf, tx: Tx): Promise<void> {
    const { searchId, workerId, needId, found } = payload;
    const params = await ofSearch(tx, searchId, needId);
    if (!params) return;
    const kind = found === 1 ? 'savedSearchMatched' : 'savedSearchMatchedMany';
    const link = `/work?saved=${searchId}`;
    await this.notifications.tell(tx, id, [{ kind, to: { workerId }, link, params: { ...params, found } }]);
  }
}
