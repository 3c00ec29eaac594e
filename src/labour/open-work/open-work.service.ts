import { Injectable } from '@nestjs/common';
import { escapeLike, Occupations, searchText } from '../../directory/index.js';
import { Database } from '../../platform/database/database.js';
import { orRefuse, refuseAll } from '../../platform/errors/index.js';
import { idOf, type Page } from '../../platform/graphql/connection.js';
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
      rows: rows
        .slice(0, first)
        .map((row) => ({ ...row, id: placeText(sort, { value: valueOf[sort](row), needId: row.needId }) })),
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
    };
  }

  private async wordsOf(typed: string | null | undefined): Promise<OpenWorkQuery['words']> {
    const text = searchText(typed);
    if (!text) return undefined;
    return { pattern: `%${escapeLike(text)}%`, occupationIds: await this.occupations.find(text) };
  }
}

const valueOf = {
  nearest: ({ distanceM }: OpenWorkRow): number => distanceM ?? 0,
  highest_wage: ({ wageFen }: OpenWorkRow): number => wageFen,
  newest: (): number => 0,
};
