import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { escapeLike, Regions, Sanctions, searchText } from '../../directory/index.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { plain } from '../../platform/decimal/decimal.js';
import { notFound, orRefuse, platformMessages, type Refusal, refuse, refuseAll } from '../../platform/errors/index.js';
import { badCursor, idOf, type Page, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import type { MaterialKind } from '../catalogue/material-kind.entity.js';
import { MaterialKinds } from '../catalogue/material-kind.service.js';
import { factorOf, inBaseUnits } from '../catalogue/unit.rules.js';
import { gradesFrom } from './grade.rules.js';
import { placeOf, placeText } from './lot-place.rules.js';
import { MaterialLot } from './material-lot.entity.js';
import type { MaterialLotArgs, MaterialLotFields, MyMaterialLotArgs } from './material-lot.input.js';
import { findOpenLots } from './material-lot.loader.js';
import { lotRefusals, priceUnitOf } from './material-lot.rules.js';

/** A lot with its place in a list. */
export interface ListedLot {
  readonly id: string;
  readonly lot: MaterialLot;
  readonly distanceM: number | null;
}

/** Lots as they are read, and as rows are made of what owners say; see MaterialLotLife for what happens to them. */
@Injectable()
export class MaterialLots {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly kinds: MaterialKinds,
    private readonly regions: Regions,
    private readonly sanctions: Sanctions,
  ) {}

  readonly byIds: BatchLoad<MaterialLot> = async (ids) => {
    const rows = await this.db.reader.findBy(MaterialLot, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Rows of what an owner that may deal says, checked; every fault of every lot is told at once, under `pathOf` its index. */
  async toRows(
    tx: Tx,
    viewer: EnterpriseViewer,
    lots: readonly MaterialLotFields[],
    pathOf: (index: number) => string,
  ): Promise<MaterialLot[]> {
    refuse(await this.sanctions.refuseDealing(tx, [viewer.enterpriseId]));
    const kinds = await this.kindsOf(tx, lots);
    refuseAll((await this.refusalsOf(lots, kinds, pathOf)).flat());
    return this.rowsOf(viewer, lots, kinds);
  }

  /** Rows of lots that were checked. */
  rowsOf(
    viewer: EnterpriseViewer,
    lots: readonly MaterialLotFields[],
    kinds: ReadonlyMap<string, MaterialKind>,
  ): MaterialLot[] {
    return lots.flatMap((lot) => {
      const kind = kinds.get(lot.kindId);
      return kind ? [this.toRow(viewer, lot, kind)] : [];
    });
  }

  /** By lot, in their order: all that is wrong with what its owner says, under `pathOf` its index. */
  async refusalsOf(
    lots: readonly MaterialLotFields[],
    kinds: ReadonlyMap<string, MaterialKind>,
    pathOf: (index: number) => string,
  ): Promise<Refusal[][]> {
    const regions = await this.regions.byIds([...new Set(lots.map(({ regionId }) => regionId))]);
    const today = this.clock.today();
    return lots.map((lot, index) =>
      [
        regions.has(lot.regionId) ? undefined : unknownRegion(`${pathOf(index)}.regionId`),
        ...lotRefusals(lot, kinds.get(lot.kindId), today, pathOf(index)),
      ].filter((refusal) => refusal !== undefined),
    );
  }

  /** A lot that the viewer may see: an open one, their own, or one that they had a transfer from. NOT_FOUND otherwise. */
  async require(viewer: EnterpriseViewer, id: string, field?: string): Promise<MaterialLot> {
    const lot = await this.db.reader
      .createQueryBuilder(MaterialLot, 'lot')
      .where('lot.id = :id', { id })
      .andWhere(
        `(lot.state = 'open' OR lot.enterpriseId = :own
          OR EXISTS (SELECT 1 FROM material_transfer t WHERE t.lot_id = lot.id AND t.receiver_id = :own))`,
        { own: viewer.enterpriseId },
      )
      .getOne();
    return orRefuse(lot, notFound(field));
  }

  /** A lot, its row locked; rows that refer to it may still be made, so that proposals need not wait. Null where there is none. */
  async lock(tx: EntityManager, id: string): Promise<MaterialLot | null> {
    return tx.findOne(MaterialLot, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** What can be taken now: the nearest first where a place is given, else the newest. */
  async list({ text, minimumGrade, near, first, after, ...filter }: MaterialLotArgs): Promise<Page<ListedLot>> {
    const words = searchText(text);
    const found = await findOpenLots(this.db.reader, {
      ...{ kindId: filter.kindId, regionId: filter.regionId, terms: filter.terms, near },
      grades: minimumGrade && gradesFrom(minimumGrade),
      text: words ? escapeLike(words) : undefined,
      after: after === undefined ? undefined : orRefuse(placeOf(idOf(after), near !== undefined), badCursor),
      today: this.clock.today(),
      limit: first + 1,
    });
    const lots = await this.byIds(found.map(({ lotId }) => lotId));
    const rows = found.slice(0, first).flatMap((place) => {
      const lot = lots.get(place.lotId);
      return lot ? [{ id: placeText(place), lot, distanceM: place.distanceM }] : [];
    });
    return { rows, hasNextPage: found.length > first, hasPreviousPage: after !== undefined };
  }

  /** Lots of the viewer's enterprise in every state, newest first. */
  async mine({ enterpriseId }: EnterpriseViewer, { state, ...page }: MyMaterialLotArgs): Promise<Page<MaterialLot>> {
    const query = this.db.reader
      .createQueryBuilder(MaterialLot, 'lot')
      .where('lot.enterpriseId = :enterpriseId', { enterpriseId });
    if (state) query.andWhere('lot.state = :state', { state });
    return pageOf(query, page);
  }

  private kindsOf(tx: Tx, lots: readonly MaterialLotFields[]): Promise<ReadonlyMap<string, MaterialKind>> {
    return this.kinds.among(
      tx,
      lots.map(({ kindId }) => kindId),
    );
  }

  private toRow(viewer: EnterpriseViewer, lot: MaterialLotFields, kind: MaterialKind): MaterialLot {
    const { kindId, grade, terms, regionId, latitude, longitude, siteName, availableUntil } = lot;
    const { tolerancePercent, description } = lot;
    const isSale = terms === 'sale';
    const priceUnit = priceUnitOf(lot) ?? kind.baseUnit;
    return {
      ...{ id: newId(), enterpriseId: viewer.enterpriseId, kindId, grade, terms },
      ...{ regionId, latitude, longitude, siteName, availableUntil, tolerancePercent, description },
      quantity: plain(inBaseUnits(kind, lot.quantity)),
      minimumTake: lot.minimumTake ? plain(inBaseUnits(kind, lot.minimumTake)) : '0',
      priceFen: lot.fenPerUnit ?? null,
      priceUnit: isSale ? priceUnit : null,
      priceFactor: isSale ? plain(factorOf(kind, priceUnit)) : null,
      loanDays: lot.loanDays ?? null,
      certificateFileIds: [],
      state: 'open',
      publishedAt: this.clock.now(),
    };
  }
}

const unknownRegion = (field: string): Refusal => ({
  code: 'VALIDATION_FAILED',
  message: platformMessages.invalidValue,
  params: { field },
  field,
});
