import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { idOf, type Page, pageOf } from '../../platform/graphql/connection.js';
import { refuseEmptyBounds } from '../processes/process.rules.js';
import { refuseBackward, refuseLong } from '../workshops/workshop.rules.js';
import { CapacityWindow } from './window.entity.js';
import type { CapacityWindowArgs, MyCapacityWindowArgs } from './window.input.js';
import { type CapacityDayRow, daysOfWindows } from './window.loader.js';
import { visibleTo } from './window.policy.js';
import { maxWindowDays } from './window.rules.js';
import { findWindows, type FoundWindow } from './window-search.loader.js';
import { badPlace, placeOf, placeText } from './window-search.rules.js';

const defaultDays = 90;

/** Finding windows and reading their days. */
@Injectable()
export class CapacityWindowSearch {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Windows by id, for lists that name them; whoever names them has checked that the viewer may see them. */
  readonly byIds: BatchLoad<CapacityWindow> = async (ids) => {
    const rows = await this.db.reader.findBy(CapacityWindow, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Key of `daysByKey`. */
  static key(windowId: string, from: string, until: string): string {
    return `${windowId} ${from} ${until}`;
  }

  /** By window and period: the days that it offers in it. */
  readonly daysByKey: BatchLoad<CapacityDayRow[]> = async (keys) => {
    const asked = keys.map((key) => {
      const [windowId = '', from = '', until = ''] = key.split(' ');
      return { key, windowId, from, until };
    });
    const [from = '', until = ''] = [minOf(asked.map((one) => one.from)), maxOf(asked.map((one) => one.until))];
    const ids = asked.map(({ windowId }) => windowId);
    const rows = await daysOfWindows(this.db.reader, ids, from, until);
    return new Map(
      asked.map((one) => [
        one.key,
        rows.filter(({ windowId, day }) => windowId === one.windowId && one.from <= day && day <= one.until),
      ]),
    );
  };

  /** A window that the viewer may see, else NOT_FOUND. */
  async require(viewer: Viewer, id: string): Promise<CapacityWindow> {
    const query = this.db.reader.createQueryBuilder(CapacityWindow, 'capacity').where('capacity.id = :id', { id });
    return orRefuse(await visibleTo(query, viewer).getOne(), notFound());
  }

  /** Open windows with free minutes in the period asked for, of enterprises that may deal. */
  async find(args: CapacityWindowArgs): Promise<Page<FoundWindow & { readonly id: string }>> {
    const today = this.clock.today();
    const startsOn = args.from && args.from > today ? args.from : today;
    const endsOn = args.until ?? addDays(startsOn, defaultDays);
    refuseRange(args.from ?? startsOn, endsOn);
    refuse(refuseEmptyBounds(args.attributes, 'attributes'));
    const { first, after, near } = args;
    const rows = await findWindows(this.db.reader, {
      ...args,
      ...{ from: startsOn, until: endsOn, limit: first + 1 },
      after: after ? orRefuse(placeOf(idOf(after), Boolean(near)), badPlace) : undefined,
    });
    return {
      rows: rows.slice(0, first).map((row) => ({ ...row, id: placeText(row) })),
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
    };
  }

  /** The viewer's own windows, newest first. */
  async mine({ enterpriseId }: EnterpriseViewer, args: MyCapacityWindowArgs): Promise<Page<CapacityWindow>> {
    const query = this.db.reader
      .createQueryBuilder(CapacityWindow, 'capacity')
      .where('capacity.enterpriseId = :enterpriseId', { enterpriseId });
    if (args.state) query.andWhere('capacity.state = :state', { state: args.state });
    if (args.productionLineId) query.andWhere('capacity.lineId = :lineId', { lineId: args.productionLineId });
    return pageOf(query, args);
  }
}

/** VALIDATION_FAILED unless a range of days runs forward over at most a year. */
export function refuseRange(from: string, until: string): void {
  const range = { startsOn: from, endsOn: until };
  refuse(refuseBackward(range, 'until') ?? refuseLong(range, maxWindowDays, 'until'));
}

const minOf = (days: readonly string[]): string | undefined => [...days].sort()[0];
const maxOf = (days: readonly string[]): string | undefined => [...days].sort().at(-1);
