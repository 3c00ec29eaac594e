import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { type EnterpriseViewer, system, type Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { availabilityChanged } from '../availability/availability.events.js';
import { closeFreeHeads, closeReleasedHead } from '../availability/availability.loader.js';
import { refuseFarEnd, refusePastEnd } from '../availability/availability.rules.js';
import { refuseBackwardPeriod } from '../needs/need.rules.js';
import { surplusListingTransitions } from './surplus-listing.states.js';
import { type NewLine, SurplusPublication } from './surplus-publication.service.js';
import { SurplusLine, SurplusListing } from './surplus.entity.js';
import { surplusClosed } from './surplus.events.js';
import { maxShownLines, type PublishSurplusInput, type SurplusLineInput } from './surplus.input.js';
import {
  countsOf,
  firstLinesOf,
  type LineCounts,
  type ListingProgress,
  progressOf,
  regionsOf,
} from './surplus.loader.js';

/** Use cases of listings: publish, close, expire, find. Their heads: surplus-head.service.ts. */
@Injectable()
export class Surplus {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly publication: SurplusPublication,
  ) {}

  /** Offers heads of the viewer's enterprise; the same key again answers the same listing. */
  async publish(viewer: EnterpriseViewer, input: PublishSurplusInput): Promise<SurplusListing> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'publishSurplus', input, async () => {
        const today = this.clock.today();
        refuse(refuseBackwardPeriod(input) ?? refusePastEnd(input, today) ?? refuseFarEnd(input, today));
        const { reason, startsOn, endsOn } = input;
        return this.publication.publish(tx, viewer, { reason, startsOn, endsOn, lines: input.lines.map(toNewLine) });
      }),
    );
    return this.require(viewer, id);
  }

  /** Takes the free heads of a listing off the market; whoever is booked or has an offer open follows when that ends. */
  async close(viewer: EnterpriseViewer, id: string): Promise<SurplusListing> {
    await this.db.transaction(async (tx) => {
      const listing = await tx.findOne(SurplusListing, {
        where: { id, lenderId: viewer.enterpriseId },
        lock: { mode: 'pessimistic_write' },
      });
      await this.end(tx, viewer, orRefuse(listing, notFound('input.listingId')), 'closed');
    });
    return this.require(viewer, id);
  }

  /** Expires listings whose last day has passed; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(SurplusListing, 'listing')
        .where(`listing.state = 'open' AND listing.endsOn < :today`, { today: this.clock.today() })
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(100)
        .getMany();
      for (const listing of past) await this.end(tx, system, listing, 'expired');
      return past.length;
    });
  }

  /** A deal no longer holds the worker: when the listing is over, so is the availability. Safe to repeat. */
  async release(tx: Tx, workerId: string): Promise<void> {
    const regionIds = await closeReleasedHead(tx, workerId);
    await this.outbox.recordAll(
      tx,
      regionIds.map((regionId) => availabilityChanged({ workerId, regionId })),
    );
  }

  /** A listing of the viewer's enterprise; NOT_FOUND otherwise. */
  async require({ enterpriseId: lenderId }: EnterpriseViewer, id: string): Promise<SurplusListing> {
    return orRefuse(await this.db.reader.findOneBy(SurplusListing, { id, lenderId }), notFound('id'));
  }

  /** Listings of the viewer's enterprise, newest first. */
  async mine({ enterpriseId }: EnterpriseViewer, page: PageArgs): Promise<Page<SurplusListing>> {
    const query = this.db.reader.createQueryBuilder(SurplusListing, 'listing');
    return pageOf(query.where('listing.lenderId = :enterpriseId', { enterpriseId }), page);
  }

  /** By listing: its first lines, in the order given. The caller has checked that the listing is its viewer's. */
  readonly linesOf: BatchLoad<readonly SurplusLine[]> = async (listingIds) => {
    const ids = await firstLinesOf(this.db.reader, listingIds, maxShownLines);
    const rows = await this.db.reader.findBy(SurplusLine, { id: In([...ids.values()].flat()) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return new Map([...ids].map(([listingId, lineIds]) => [listingId, lineIds.flatMap((id) => byId.get(id) ?? [])]));
  };

  /** By listing: how many heads it has, and how many of them have a name and a consent. */
  readonly progressOf: BatchLoad<ListingProgress> = (listingIds) => progressOf(this.db.reader, listingIds);

  readonly countsOf: BatchLoad<LineCounts> = (lineIds) => countsOf(this.db.reader, lineIds);

  private async end(tx: Tx, viewer: Viewer, listing: SurplusListing, state: 'closed' | 'expired'): Promise<void> {
    refuse(refuseTransition(surplusListingTransitions, listing.state, state));
    await tx.update(SurplusListing, listing.id, { state });
    await closeFreeHeads(tx, [listing.id]);
    await this.outbox.record(tx, surplusClosed({ listingId: listing.id, regionIds: await regionsOf(tx, listing.id) }));
    await this.audit.record(tx, viewer, { action: `surplus.${state}`, subjectType: 'surplus', subjectId: listing.id });
  }
}

function toNewLine(line: SurplusLineInput): NewLine {
  const { occupationId, level, headcount, wageFloorFen, wageUnit, currency } = line;
  const { regionId, latitude, longitude, radiusM, relocationRadiusM = null } = line;
  const place = { regionId, latitude, longitude, radiusM, relocationRadiusM };
  return { occupationId, level, headcount, wageFloorFen, wageUnit, currency, ...place, reference: '' };
}
