import { Injectable } from '@nestjs/common';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type Page, type PageArgs, rowIdOf } from '../../platform/graphql/connection.js';
import { type LendingRow, lendingFacts } from './dispatch.loader.js';
import { type DispatchFlag, dispatchFlagsOf } from './dispatch.rules.js';

export interface FlaggedLender extends LendingRow {
  readonly id: string;
  readonly signs: readonly DispatchFlag[];
}

/** The screen for disguised dispatch (R26): shown to the bureau with its reasons; people decide. */
@Injectable()
export class DispatchScreen {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Lenders of the bureau's jurisdiction that show a sign, the newest enterprises first. */
  async flagged(viewer: BureauViewer, { first, after }: PageArgs): Promise<Page<FlaggedLender>> {
    const from = after === undefined ? null : rowIdOf(after);
    const lenders = await lendingFacts(this.db.reader, viewer.regionId, this.clock.today(), from);
    const flagged = lenders
      .map((facts) => ({ ...facts, id: facts.enterpriseId, signs: dispatchFlagsOf(facts) }))
      .filter(({ signs }) => signs.length > 0);
    const rows = flagged.slice(0, first);
    return { rows, hasNextPage: flagged.length > first, hasPreviousPage: from !== null };
  }
}
