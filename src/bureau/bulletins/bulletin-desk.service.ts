import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import type { Language } from '../../platform/i18n/message.js';
import { refusePeriod } from '../reports/period.rules.js';
import { Bulletin, BulletinPlan } from './bulletin.entity.js';
import type { BulletinContent } from './bulletin-content.js';
import { BulletinContents, type BulletinTerms } from './bulletin-contents.service.js';
import { BulletinEditions } from './bulletin-editions.service.js';
import type {
  BulletinListArgs,
  BulletinTermsInput,
  MakeBulletinInput,
  PreviewBulletinInput,
  SaveBulletinPlanInput,
} from './bulletin.input.js';

/** A bureau's plans of bulletins and their editions: written, looked at beforehand, asked for and read. */
@Injectable()
export class BulletinDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly contents: BulletinContents,
    private readonly editions: BulletinEditions,
  ) {}

  readonly plansByIds: BatchLoad<BulletinPlan> = async (ids) => {
    const rows = await this.db.reader.findBy(BulletinPlan, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Plans of the viewer's bureau, newest first. */
  async plans({ bureauId }: BureauViewer, page: PageArgs): Promise<Page<BulletinPlan>> {
    const query = this.db.reader
      .createQueryBuilder(BulletinPlan, 'plan')
      .where('plan.bureauId = :bureauId', { bureauId });
    return pageOf(query, page);
  }

  async plan({ bureauId }: BureauViewer, id: string): Promise<BulletinPlan> {
    return orRefuse(await this.db.reader.findOneBy(BulletinPlan, { id, bureauId }), notFound('id'));
  }

  /** Editions of the viewer's bureau, newest first. */
  async page({ bureauId }: BureauViewer, { planId, ...page }: BulletinListArgs): Promise<Page<Bulletin>> {
    const query = this.db.reader
      .createQueryBuilder(Bulletin, 'bulletin')
      .where('bulletin.bureauId = :bureauId', { bureauId });
    if (planId !== undefined) query.andWhere('bulletin.planId = :planId', { planId });
    return pageOf(query, page);
  }

  async get({ bureauId }: BureauViewer, id: string, field = 'id'): Promise<Bulletin> {
    return orRefuse(await this.db.reader.findOneBy(Bulletin, { id, bureauId }), notFound(field));
  }

  /** What a bulletin would say now. Saves nothing. */
  async preview(viewer: BureauViewer, input: PreviewBulletinInput, language: Language): Promise<BulletinContent> {
    refuse(refusePeriod(input, undefined));
    return this.contents.read(await this.terms(viewer, input.terms, language), input);
  }

  /** Makes a plan, or changes one of the viewer's bureau: NOT_FOUND at input.planId otherwise. */
  async save(viewer: BureauViewer, input: SaveBulletinPlanInput, language: Language): Promise<BulletinPlan> {
    const terms = await this.terms(viewer, input.terms, language);
    const today = this.clock.today();
    // Read once, so that what cannot be reported is refused here and not at night.
    await this.contents.read(terms, { from: today, until: today });
    const { cadence, atHour, addresses, isOn } = input;
    const facts = { ...terms, cadence, atHour, addresses, isOn };
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'saveBulletinPlan', input, async () => {
        const planId = await (input.planId ? this.change(tx, viewer, input.planId, facts) : this.make(tx, facts));
        await this.audit.record(tx, viewer, {
          ...{ action: 'bulletin-plan.save', subjectType: 'bulletin-plan', subjectId: planId },
          details: { ...facts, addresses: addresses.length },
        });
        return planId;
      }),
    );
    return this.db.reader.findOneByOrFail(BulletinPlan, { id });
  }

  /** Asks for an edition: a new version where the plan has one of that period. */
  async ask(viewer: BureauViewer, input: MakeBulletinInput): Promise<Bulletin> {
    const { planId, from, until } = input;
    const { bureauId, accountId } = viewer;
    refuse(refusePeriod(input, undefined));
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'makeBulletin', input, async () => {
        const lock = { mode: 'for_no_key_update' as const };
        const found = await tx.findOne(BulletinPlan, { where: { id: planId, bureauId }, lock });
        const plan = orRefuse(found, notFound('input.planId'));
        const bulletinId = await this.editions.request(tx, plan, { from, until }, accountId);
        await this.audit.record(tx, viewer, {
          ...{ action: 'bulletin.make', subjectType: 'bulletin', subjectId: bulletinId },
          details: { planId, from, until },
        });
        return bulletinId;
      }),
    );
    return this.db.reader.findOneByOrFail(Bulletin, { id });
  }

  private async terms(viewer: BureauViewer, terms: BulletinTermsInput, language: Language): Promise<BulletinTerms> {
    const { title, codes, groupBy = null } = terms;
    const { id: regionId } = await this.contents.region(viewer, terms.regionId ?? undefined, language);
    return { bureauId: viewer.bureauId, title, codes, groupBy, language: terms.language, regionId };
  }

  private async make(tx: Tx, facts: PlanFacts): Promise<string> {
    const id = newId();
    await tx.insert(BulletinPlan, { id, plannedOn: this.clock.today(), createdAt: this.clock.now(), ...facts });
    return id;
  }

  private async change(tx: Tx, { bureauId }: BureauViewer, id: string, facts: PlanFacts): Promise<string> {
    const lock = { mode: 'for_no_key_update' as const };
    const plan = orRefuse(await tx.findOne(BulletinPlan, { where: { id, bureauId }, lock }), notFound('input.planId'));
    // What was off, or came in other steps, makes up nothing of the time in between.
    const isAnew = (facts.isOn && !plan.isOn) || facts.cadence !== plan.cadence;
    await tx.update(BulletinPlan, id, { ...facts, ...(isAnew && { plannedOn: this.clock.today() }) });
    return id;
  }
}

type PlanFacts = Omit<BulletinPlan, 'id' | 'plannedOn' | 'createdAt'>;
