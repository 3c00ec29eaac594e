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
import type { Language } from '../../platform/i18n/message.js';
import { newId } from '../../platform/ids/ids.js';
import { Jurisdictions } from '../indicators/jurisdiction.service.js';
import { ExternalImport, ExternalSeries } from './external.entity.js';
import type { SaveExternalSeriesInput, SwitchExternalSeriesInput } from './external.input.js';
import { refuseCadence, refuseUrl, maxSeries, refuseFull } from './external.rules.js';
import { ExternalReader } from './external-reader.service.js';
import { ExternalValues } from './external-values.service.js';

type SeriesFacts = Omit<ExternalSeries, 'id' | 'createdAt'>;

/** What external series a bureau keeps, and the runs that brought their values. */
@Injectable()
export class ExternalRegistry {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly jurisdictions: Jurisdictions,
    private readonly reader: ExternalReader,
    private readonly values: ExternalValues,
  ) {}

  readonly byIds: BatchLoad<ExternalSeries> = async (ids) => {
    const rows = await this.db.reader.findBy(ExternalSeries, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** By series: the last run. */
  readonly lastImports: BatchLoad<ExternalImport> = async (ids) => {
    const last = await this.db.rows<{ id: string }>(
      `SELECT i.id FROM unnest($1::uuid[]) AS s (id)
       CROSS JOIN LATERAL (SELECT id FROM external_import WHERE series_id = s.id ORDER BY id DESC LIMIT 1) i`,
      [ids],
    );
    const rows = await this.db.reader.findBy(ExternalImport, { id: In(last.map(({ id }) => id)) });
    return new Map(rows.map((row) => [row.seriesId, row]));
  };

  /** Series of the viewer's bureau, newest first. */
  async page({ bureauId }: BureauViewer, page: PageArgs): Promise<Page<ExternalSeries>> {
    const query = this.db.reader
      .createQueryBuilder(ExternalSeries, 'series')
      .where('series.bureauId = :bureauId', { bureauId });
    return pageOf(query, page);
  }

  async get({ bureauId }: BureauViewer, id: string, field = 'id'): Promise<ExternalSeries> {
    return orRefuse(await this.db.reader.findOneBy(ExternalSeries, { id, bureauId }), notFound(field));
  }

  /** Runs of a series of the viewer's bureau, newest first; NOT_FOUND at externalSeriesId otherwise. */
  async imports(viewer: BureauViewer, seriesId: string, page: PageArgs): Promise<Page<ExternalImport>> {
    await this.get(viewer, seriesId, 'externalSeriesId');
    const query = this.db.reader
      .createQueryBuilder(ExternalImport, 'import')
      .where('import.seriesId = :seriesId', { seriesId });
    return pageOf(query, page);
  }

  /** Registers a series, or changes one of the viewer's bureau: NOT_FOUND at input.externalSeriesId otherwise. */
  async save(viewer: BureauViewer, input: SaveExternalSeriesInput, language: Language): Promise<ExternalSeries> {
    const facts = await this.facts(viewer, input, language);
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'saveExternalSeries', input, async () => {
        const seriesId = await (input.externalSeriesId
          ? this.change(tx, viewer, input.externalSeriesId, facts)
          : this.register(tx, facts));
        await this.audit.record(tx, viewer, {
          ...{ action: 'external-series.save', subjectType: 'external-series', subjectId: seriesId },
          details: { ...facts },
        });
        return seriesId;
      }),
    );
    return this.db.reader.findOneByOrFail(ExternalSeries, { id });
  }

  /** Switches a series on or off; what it is already is left alone. */
  async switch(viewer: BureauViewer, input: SwitchExternalSeriesInput): Promise<ExternalSeries> {
    const { externalSeriesId, isOn } = input;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'switchExternalSeries', input, async () => {
        const series = await this.lock(tx, viewer, externalSeriesId);
        if (series.isOn === isOn) return series.id;
        await tx.update(ExternalSeries, series.id, { isOn });
        await this.audit.record(tx, viewer, {
          ...{ action: 'external-series.switch', subjectType: 'external-series', subjectId: series.id },
          details: { isOn },
        });
        return series.id;
      }),
    );
    return this.db.reader.findOneByOrFail(ExternalSeries, { id });
  }

  /** A series of the viewer's bureau, locked, so that two imports of it come one after the other. */
  async lock(
    tx: Tx,
    { bureauId }: BureauViewer,
    id: string,
    field = 'input.externalSeriesId',
  ): Promise<ExternalSeries> {
    const lock = { mode: 'for_no_key_update' as const };
    return orRefuse(await tx.findOne(ExternalSeries, { where: { id, bureauId }, lock }), notFound(field));
  }

  private async facts(viewer: BureauViewer, input: SaveExternalSeriesInput, language: Language): Promise<SeriesFacts> {
    const { code, nameZh, nameEn, department, unit, cadence, aggregate, lateDays, isOn } = input;
    const { id: regionId } = await this.jurisdictions.region(viewer, input.regionId ?? undefined, language);
    const { url = null, rowsPointer = null, periodPointer = null, valuePointer = null } = input.address ?? {};
    if (url !== null) refuse(refuseUrl(await this.reader.faultOf(url)));
    return {
      ...{
        bureauId: viewer.bureauId,
        code,
        nameZh,
        nameEn,
        department,
        unit,
        regionId,
        cadence,
        aggregate,
        lateDays,
        isOn,
      },
      ...{ source: url === null ? ('manual' as const) : ('http' as const) },
      ...{ url, rowsPointer, periodPointer, valuePointer },
    };
  }

  private async register(tx: Tx, facts: SeriesFacts): Promise<string> {
    const id = newId();
    refuse(refuseFull(await tx.countBy(ExternalSeries, { bureauId: facts.bureauId }), maxSeries));
    await tx.insert(ExternalSeries, { id, createdAt: this.clock.now(), ...facts });
    return id;
  }

  private async change(tx: Tx, viewer: BureauViewer, id: string, facts: SeriesFacts): Promise<string> {
    const series = await this.lock(tx, viewer, id);
    const hasValues = (await this.values.lastDay(tx, id)) !== undefined;
    refuse(refuseCadence(series.cadence, facts.cadence, hasValues));
    await tx.update(ExternalSeries, id, facts);
    return id;
  }
}
