import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { addDays } from '../../platform/clock/local-date.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseAll } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import type { Language } from '../../platform/i18n/message.js';
import { bureauMessages } from '../bureau.messages.js';
import { refuseDetail, requireIndicator } from '../catalogue/indicator.rules.js';
import { shortage } from '../catalogue/shortage.js';
import { Jurisdictions } from '../indicators/jurisdiction.service.js';
import { namesOf } from '../reports/indicator-report.loader.js';
import { AlertRule } from './alert.entity.js';
import type { AlertRuleFields, SaveAlertRuleInput, SimulateAlertRuleInput } from './alert.input.js';
import { AlertReadings, type Watched } from './alert-readings.service.js';
import { type Episode, episodesOf, refuseTerms } from './alert.rules.js';

const mostEpisodes = 500;

/** An episode of a part, with the part's name. */
export interface PartEpisode extends Episode {
  readonly partId: string | null;
  readonly label: string;
}

/** A bureau's own rules: read, tried on the past, and saved. */
@Injectable()
export class AlertDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly jurisdictions: Jurisdictions,
    private readonly readings: AlertReadings,
  ) {}

  readonly byIds: BatchLoad<AlertRule> = async (ids) => {
    const rows = await this.db.reader.findBy(AlertRule, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Names of parts by `region ID`, `occupation ID`, `industry ID` or `size NAME`. */
  readonly partsByKeys: BatchLoad<{ readonly nameZh: string; readonly nameEn: string }> = async (keys) => {
    const names = await Promise.all(
      (['region', 'occupation', 'industry', 'size'] as const).map(async (split) => {
        const ids = keys.flatMap((key) => (key.startsWith(`${split} `) ? [key.slice(split.length + 1)] : []));
        return (await namesOf(this.db, split, ids)).map((one) => [`${split} ${one.id}`, one] as const);
      }),
    );
    return new Map(names.flat());
  };

  /** Rules of the viewer's bureau, newest first. */
  async page({ bureauId }: BureauViewer, page: PageArgs): Promise<Page<AlertRule>> {
    const query = this.db.reader.createQueryBuilder(AlertRule, 'rule').where('rule.bureauId = :bureauId', { bureauId });
    return pageOf(query, page);
  }

  /** Makes a rule, or changes one of the viewer's bureau: NOT_FOUND at input.ruleId otherwise. */
  async save(viewer: BureauViewer, input: SaveAlertRuleInput, language: Language): Promise<AlertRule> {
    const watched = await this.watched(viewer, input.terms, 'input.terms', language);
    const { name, severity, escalateHours = null, isOn } = input;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'saveAlertRule', input, async () => {
        const facts = { ...watched, name, severity, escalateHours, isOn };
        const ruleId = input.ruleId
          ? await this.change(tx, viewer, input.ruleId, facts)
          : await this.make(tx, viewer, facts);
        await this.audit.record(tx, viewer, {
          action: 'alert-rule.save',
          subjectType: 'alert-rule',
          subjectId: ruleId,
          details: { ...facts },
        });
        return ruleId;
      }),
    );
    return this.db.reader.findOneByOrFail(AlertRule, { id });
  }

  /** What a rule would have done on the days that are past, the latest first. */
  async simulate(viewer: BureauViewer, input: SimulateAlertRuleInput, language: Language): Promise<PartEpisode[]> {
    const watched = await this.watched(viewer, input.terms, 'input.terms', language);
    const today = this.clock.today();
    const parts = await this.readings.past(watched, addDays(today, 1 - input.daysBack), today);
    const episodes = parts.flatMap(({ partId, readings }) =>
      episodesOf(watched, readings).map((episode) => ({ ...episode, partId })),
    );
    const names = watched.splitBy
      ? await namesOf(
          this.db,
          watched.splitBy,
          parts.map(({ partId }) => partId),
        )
      : [];
    const nameOf = new Map(names.map(({ id, nameZh, nameEn }) => [id, language === 'en' ? nameEn : nameZh]));
    return episodes
      .toSorted((a, b) => b.from.localeCompare(a.from) || a.partId.localeCompare(b.partId))
      .slice(0, mostEpisodes)
      .map(({ partId, ...episode }) => ({
        ...episode,
        partId: partId === '' ? null : partId,
        label: nameOf.get(partId) ?? partId,
      }));
  }

  private async watched(
    viewer: BureauViewer,
    terms: AlertRuleFields,
    path: string,
    language: Language,
  ): Promise<Watched> {
    const { indicatorCode, regionId, occupationId = null, industryId = null, splitBy = null, ...bounds } = terms;
    const isShortage = indicatorCode === shortage.code;
    refuse(
      isShortage === (bounds.kind === 'forecast')
        ? undefined
        : { code: 'VALIDATION_FAILED', message: bureauMessages.forecastOfShortage, field: `${path}.kind` },
    );
    const indicator = isShortage ? shortage : requireIndicator(indicatorCode, `${path}.indicatorCode`);
    refuseAll([
      ...refuseTerms(bounds, path),
      refuseDetail(indicator, { splitBy, industryId, occupationId }, `${path}.splitBy`),
    ]);
    const region = await this.jurisdictions.region(viewer, regionId ?? undefined, language, `${path}.regionId`);
    return { ...bounds, indicator: indicatorCode, regionId: region.id, occupationId, industryId, splitBy };
  }

  private async make(tx: Tx, { bureauId }: BureauViewer, facts: RuleFacts): Promise<string> {
    const id = newId();
    await tx.insert(AlertRule, { id, bureauId, shippedAs: null, createdAt: this.clock.now(), ...facts });
    return id;
  }

  private async change(tx: Tx, { bureauId }: BureauViewer, id: string, facts: RuleFacts): Promise<string> {
    const lock = { mode: 'for_no_key_update' as const };
    orRefuse(await tx.findOne(AlertRule, { where: { id, bureauId }, lock }), notFound('input.ruleId'));
    await tx.update(AlertRule, id, facts);
    return id;
  }
}

type RuleFacts = Omit<AlertRule, 'id' | 'bureauId' | 'shippedAs' | 'createdAt'>;
