import type { Tx } from '../../platform/database/database.js';
import type { Message, MessageParams } from '../../platform/i18n/message.js';
import { one } from '../inbox/fact.loader.js';

interface AlertFacts {
  readonly rule: string;
  readonly bureau: string;
  readonly bureauRegionId: string;
  readonly indicator: string;
  readonly placeZh: string;
  readonly placeEn: string;
}

/** What of an alert can be told, and the region of the bureau whose it is. */
export async function ofAlert(
  tx: Tx,
  nameOf: (code: string) => Message,
  alertId: string,
): Promise<{ readonly params: MessageParams; readonly bureauRegionId: string }> {
  const { bureauRegionId, indicator, ...facts } = await one<AlertFacts>(
    tx,
    `SELECT r.name AS rule, b.name AS bureau, b.region_id AS "bureauRegionId", r.indicator,
            concat_ws('，', g.name_zh, coalesce(p.name_zh, o.name_zh, i.name_zh)) AS "placeZh",
            concat_ws(', ', g.name_en, coalesce(p.name_en, o.name_en, i.name_en)) AS "placeEn"
     FROM alert a JOIN alert_rule r ON r.id = a.rule_id JOIN bureau b ON b.id = a.bureau_id JOIN region g ON g.id = r.region_id
     LEFT JOIN region p ON r.split_by = 'region' AND p.id = a.part_id
     LEFT JOIN occupation o ON r.split_by = 'occupation' AND o.id = a.part_id
     LEFT JOIN industry i ON r.split_by = 'industry' AND i.id = a.part_id
     WHERE a.id = $1`,
    alertId,
  );
  const name = nameOf(indicator);
  return { bureauRegionId, params: { ...facts, indicatorZh: name['zh-CN'], indicatorEn: name.en } };
}
