import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Enterprises } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Language, render } from '../../platform/i18n/message.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { CapacityFeed } from './feed.entity.js';
import { type FeedDay, feedDays } from './feed.loader.js';
import { feedMessages, stateMessages } from './feed.messages.js';
import type { CapacityFeedView, RenewCapacityFeedInput } from './feed.view.js';
import { type CalendarEvent, toIcs } from './ics.rules.js';

const pastDays = 90;
const maxEvents = 5_000;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The bookings of an enterprise as a calendar that other programs subscribe to, under an address that is its own secret. */
@Injectable()
export class CapacityFeeds {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly enterprises: Enterprises,
  ) {}

  /** The feed of the viewer's enterprise, if it has one; its address is told only when it is made. */
  async mine({ enterpriseId }: EnterpriseViewer): Promise<CapacityFeedView | undefined> {
    const feed = await this.db.reader.findOneBy(CapacityFeed, { enterpriseId });
    return feed ? { url: null, createdAt: feed.createdAt } : undefined;
  }

  /** Makes the feed, or gives it a new address; the old one ends. A repeat with the same key does not tell the address again. */
  async renew(viewer: EnterpriseViewer, input: RenewCapacityFeedInput, language: Language): Promise<CapacityFeedView> {
    const { enterpriseId } = viewer;
    let url: string | null = null;
    await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'renewCapacityFeed', input, async () => {
        const token = randomBytes(32).toString('base64url');
        url = `${this.config.settings.PUBLIC_URL.replace(/\/$/, '')}/capacity/feed/${token}.ics`;
        const feed = { enterpriseId, tokenHash: hashOf(token), language, createdAt: this.clock.now() };
        await tx.upsert(CapacityFeed, feed, ['enterpriseId']);
        await this.audit.record(tx, viewer, {
          ...{ action: 'capacity-feed.renew', subjectType: 'capacity_feed', subjectId: enterpriseId },
        });
        return enterpriseId;
      }),
    );
    const { createdAt } = orRefuse(await this.mine(viewer), notFound());
    return { url, createdAt };
  }

  /** Ends the feed; again changes nothing. Whether there was one. */
  async revoke(viewer: EnterpriseViewer): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const { affected } = await tx.delete(CapacityFeed, { enterpriseId: viewer.enterpriseId });
      if (!affected) return false;
      await this.audit.record(tx, viewer, {
        ...{ action: 'capacity-feed.revoke', subjectType: 'capacity_feed', subjectId: viewer.enterpriseId },
      });
      return true;
    });
  }

  /** The calendar behind a token, else NOT_FOUND. */
  async read(token: string): Promise<string> {
    const feed = orRefuse(await this.db.reader.findOneBy(CapacityFeed, { tokenHash: hashOf(token) }), notFound());
    const { enterpriseId, language } = feed;
    const enterprise = await this.enterprises.require(this.db.reader, enterpriseId, 'token');
    const from = addDays(this.clock.today(), -pastDays);
    const days = await feedDays(this.db.reader, enterpriseId, from, maxEvents);
    const name = render(feedMessages.name, language, { enterprise: enterprise.name });
    return toIcs(
      name,
      days.reverse().map((day) => eventOf(day, language)),
    );
  }
}

const statusOf = { held: 'TENTATIVE', confirmed: 'CONFIRMED', fulfilled: 'CONFIRMED', released: 'CANCELLED' } as const;

function eventOf(day: FeedDay, language: Language): CalendarEvent {
  const { line, party, minutes, state } = day;
  const process = language === 'en' ? day.processEn : day.processZh;
  const summary = day.isOwner ? feedMessages.asOwner : feedMessages.asCustomer;
  return {
    ...{ uid: `${day.bookingId}-${day.day}@gongji`, day: day.day, location: day.workshop, status: statusOf[state] },
    summary: render(summary, language, { line, party, minutes }),
    description: render(feedMessages.details, language, { process, state: stateMessages[state][language] }),
    ...{ sequence: day.changes, changedAt: day.changedAt },
  };
}
