import { Injectable } from '@nestjs/common';
import type { BatchLoad } from '../platform/auth/request-context.js';
import { Database, rowsOf, type Tx } from '../platform/database/database.js';
import { refuseAll } from '../platform/errors/index.js';
import { orderMessages } from './orders.messages.js';
import type { Terms } from './requirement.js';

/** An occupation, a kind of material or a process, as far as orders show it. */
export interface Thing {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unit: string;
}

export const thingKey = ({ leg, thingId }: Pick<Terms, 'leg' | 'thingId'>): string => `${leg} ${thingId}`;

const thingSql = `SELECT leg || ' ' || id AS key, name_zh AS "nameZh", name_en AS "nameEn", unit FROM order_thing
                  WHERE leg || ' ' || id = ANY($1)`;

/** What orders and recipes are about, by `leg thingId`. */
@Injectable()
export class Things {
  constructor(private readonly db: Database) {}

  readonly byKeys: BatchLoad<Thing> = async (keys) => {
    const rows = await this.db.rows<Thing & { key: string }>(thingSql, [keys]);
    return new Map(rows.map((row) => [row.key, row]));
  };

  /** VALIDATION_FAILED at the thingId of each line that no catalogue knows. */
  async require(tx: Tx, lines: readonly Terms[], field: string): Promise<void> {
    const known = await rowsOf<{ key: string }>(tx, thingSql, [lines.map(thingKey)]);
    const keys = new Set(known.map(({ key }) => key));
    refuseAll(
      lines.map((line, index) =>
        keys.has(thingKey(line))
          ? undefined
          : {
              ...{ code: 'VALIDATION_FAILED', message: orderMessages.unknownThing, params: { thing: line.thingId } },
              field: `${field}.${index}.thingId`,
            },
      ),
    );
  }
}
