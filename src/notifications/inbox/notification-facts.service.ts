import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { MessageParams } from '../../platform/i18n/message.js';

const named = `h.name AS host, o.name_zh AS "workZh", o.name_en AS "workEn"`;
const hostAndWork = `JOIN enterprise h ON h.id = n.host_id JOIN occupation o ON o.id = n.occupation_id`;
const dealSql = (table: 'offer' | 'placement'): string =>
  `SELECT ${named}, d.starts_on::text AS "startsOn", d.ends_on::text AS "endsOn"
   FROM ${table} d JOIN labour_need n ON n.id = d.need_id ${hostAndWork} WHERE d.id = $1`;

/** What the texts need to know, looked up when the event is told: names of enterprises and work, dates; never of workers. */
@Injectable()
export class NotificationFacts {
  ofNeed(tx: Tx, needId: string): Promise<MessageParams> {
    return one(tx, `SELECT ${named} FROM labour_need n ${hostAndWork} WHERE n.id = $1`, needId);
  }

  ofOffer(tx: Tx, offerId: string): Promise<MessageParams> {
    return one(tx, dealSql('offer'), offerId);
  }

  ofPlacement(tx: Tx, placementId: string): Promise<MessageParams> {
    return one(tx, dealSql('placement'), placementId);
  }

  async ofConsent(tx: Tx, consentId: string): Promise<{ workerId: string; lenderId: string; params: MessageParams }> {
    const { workerId, lenderId, ...params } = await one<{
      workerId: string;
      lenderId: string;
      lender: string;
      startsOn: string;
      endsOn: string;
    }>(
      tx,
      `SELECT c.worker_id AS "workerId", c.lender_id AS "lenderId", l.name AS lender, c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn"
       FROM consent c JOIN enterprise l ON l.id = c.lender_id WHERE c.id = $1`,
      consentId,
    );
    return { workerId, lenderId, params };
  }

  ofEnterprise(tx: Tx, enterpriseId: string): Promise<MessageParams> {
    return one(tx, `SELECT coalesce(verification_note, '') AS note FROM enterprise WHERE id = $1`, enterpriseId);
  }
}

async function one<T extends MessageParams>(tx: Tx, sql: string, id: string): Promise<T> {
  const [row] = await rowsOf<T>(tx, sql, [id]);
  if (!row) throw new Error(`nothing to tell of ${id}`);
  return row;
}
