import { Injectable } from '@nestjs/common';
import { escapeLike, Occupations, searchText } from '../../directory/index.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { orRefuse, refuseAll } from '../../platform/errors/index.js';
import { idOf, type Page } from '../../platform/graphql/connection.js';
import { barredAmong } from '../restrictions/restriction.loader.js';
import type { OpenWorkArgs } from './open-work.input.js';
import { type OpenWorkQuery, type OpenWorkRow, readOpenWork } from './open-work.loader.js';
import {
  badPlace,
  placeOf,
  placeText,
  refuseNearestToNowhere,
  refuseWageWithoutUnit,
  sortOf,
} from './open-work.rules.js';

/** Work with its place in a list. */
export interface ListedWork extends OpenWorkRow {
  readonly id: string;
}

/** What anyone may browse: work that looks for people now. */
@Injectable()
export class OpenWork {
  constructor(
    private readonly db: Database,
    private readonly occupations: Occupations,
  ) {}

  /** One page in the order asked for. VALIDATION_FAILED where the order needs a place or a unit that is not given. */
  async list(args: OpenWorkArgs): Promise<Page<ListedWork>> {
    refuseAll([refuseNearestToNowhere(args), refuseWageWithoutUnit(args)]);
    const { first, after, wageUnit, currency } = args;
    const sort = sortOf(args);
    const rows = await readOpenWork(this.db.reader, {
      ...args,
      sort,
      words: await this.wordsOf(args.text),
      wage: wageUnit ? { unit: wageUnit, currency } : undefined,
      after: after ? orRefuse(placeOf(sort, idOf(after)), badPlace) : undefined,
      limit: first + 1,
    });
    return {
      rows: rows.slice(0, first).map((row) => ({ ...row, id: placeText(sort, { ...row, value: valueOf[sort](row) }) })),
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
    };
  }

  /** Key of `barredByKey`: the batch serves one request, so the viewer is part of it. */
  static key(viewer: Viewer, needId: string): string {
    return `${viewer.kind === 'worker' ? viewer.workerId : '-'} ${needId}`;
  }

  /** By key: whether the work is barred to the viewing worker; to viewers who are no worker nothing is. */
  readonly barredByKey: BatchLoad<boolean> = async (keys) => {
    const [workerId = '-'] = keys[0]?.split(' ') ?? [];
    if (workerId === '-') return new Map();
    const needIdOf = (key: string): string => key.split(' ')[1] ?? '';
    const barred = await barredAmong(this.db.reader, workerId, keys.map(needIdOf));
    return new Map(keys.map((key) => [key, barred.has(needIdOf(key))]));
  };

  private async wordsOf(typed: string | null | undefined): Promise<OpenWorkQuery['words']> {
    const text = searchText(typed);
    if (!text) return undefined;
    return { literal: escapeLike(text), ...(await this.occupations.find(text)) };
  }
}

const valueOf = {
  nearest: ({ distanceM }: OpenWorkRow): number => distanceM ?? 0,
  highest_wage: ({ wageFen }: OpenWorkRow): number => wageFen,
  newest: (): number => 0,
};
