import type { Tx } from '../../platform/database/database.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import { one } from '../inbox/fact.loader.js';

/** What of an order can be told, with what it lacks now; by then it may lack nothing any more. */
export function ofOrder(tx: Tx, orderId: string): Promise<MessageParams> {
  return one(
    tx,
    `SELECT o.reference, o.product, o.due_date::text AS due, e.name AS enterprise,
            coalesce(l.zh, '无') AS "lacksZh", coalesce(l.en, 'nothing any more') AS "lacksEn"
     FROM production_order o JOIN enterprise e ON e.id = o.enterprise_id
     CROSS JOIN LATERAL (
       SELECT string_agg(t.name_zh, '、' ORDER BY r.position) AS zh, string_agg(t.name_en, ', ' ORDER BY r.position) AS en
       FROM order_requirement_status s JOIN order_requirement r ON r.id = s.requirement_id
       JOIN order_thing t ON t.leg = s.leg AND t.id = s.thing_id
       WHERE s.order_id = o.id AND s.missing > 0) l
     WHERE o.id = $1`,
    orderId,
  );
}
