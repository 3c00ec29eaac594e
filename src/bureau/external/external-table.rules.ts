import type { LocalDate } from '../../platform/clock/clock.js';
import { faultOf, type ImportFault } from '../../platform/imports/index.js';
import type { Message, MessageParams } from '../../platform/i18n/message.js';
import {
  column,
  defineColumns,
  type MappedTable,
  mapTable,
  type RawTable,
  type RowOf,
} from '../../platform/spreadsheet/index.js';
import type { Step } from '../reports/period.rules.js';
import { periodNamed } from './external-period.rules.js';
import { externalMessages } from './external.messages.js';

/** One row is one period's value. */
const externalColumns = defineColumns({
  period: column('text', {
    headers: ['时期', '期间', '日期', '月份', '季度', '年份', 'date', 'month'],
    required: true,
    maxLength: 40,
  }),
  value: column('decimal', { headers: ['数值', '值', '指标值'], required: true, min: -999e12, max: 999e12 }),
});

/** A value as it came: exact text, by the first day of its period. */
export interface ExternalRow {
  readonly firstDay: LocalDate;
  readonly value: string;
}

/** A table that was read: what can be kept, and what is wrong with the rest. */
export interface Judged {
  readonly rows: readonly ExternalRow[];
  readonly faults: readonly ImportFault[];
  readonly unknownHeaders: readonly string[];
}

const earliest = '1950-01-01';

/** Reads a table of periods and values. Throws SpreadsheetError where a column is missing; what is wrong in rows comes back. */
export function judgeTable(table: RawTable, cadence: Step, today: LocalDate): Judged {
  const mapped: MappedTable<RowOf<typeof externalColumns>> = mapTable(table, externalColumns);
  const faults: ImportFault[] = [...mapped.errors];
  const rows: ExternalRow[] = [];
  const lineOf = new Map<LocalDate, number>();
  for (const row of mapped.rows) {
    if (!('value' in row)) continue;
    const { line, value } = row;
    const firstDay = periodNamed(value.period, cadence);
    const wrong = faultOfPeriod(firstDay, today, lineOf);
    if (wrong) {
      const refusal = { code: 'VALIDATION_FAILED' as const, ...wrong };
      faults.push(faultOf(line, 'period', value.period, mapped.headerOf, refusal));
    } else if (firstDay !== undefined) {
      lineOf.set(firstDay, line);
      rows.push({ firstDay, value: value.value });
    }
  }
  return { rows, faults: faults.toSorted((a, b) => a.line - b.line), unknownHeaders: mapped.unknownHeaders };
}

function faultOfPeriod(
  firstDay: LocalDate | undefined,
  today: LocalDate,
  lineOf: ReadonlyMap<LocalDate, number>,
): { readonly message: Message; readonly params?: MessageParams } | undefined {
  if (firstDay === undefined) return { message: externalMessages.badPeriod };
  if (firstDay < earliest) return { message: externalMessages.earlyPeriod };
  if (firstDay > today) return { message: externalMessages.openPeriod };
  const line = lineOf.get(firstDay);
  return line === undefined ? undefined : { message: externalMessages.twicePeriod, params: { line } };
}
