import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays, weekdayOf } from '../../platform/clock/local-date.js';
import { morningOf } from './dates.js';
import type { DemoData } from './demo-generator.js';
import { DemoIds, Random } from './random.js';

/** Rows of external series, in the order in which they can be inserted. Every name says that they are made up. */
export interface ExternalRows {
  readonly series: readonly object[];
  readonly imports: readonly object[];
  readonly values: readonly object[];
}

interface Point {
  readonly firstDay: LocalDate;
  readonly value: number;
}

interface Told {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly department: string;
  readonly unit: string;
  readonly regionId: string;
  readonly cadence: 'week' | 'month';
  readonly lateDays: number;
  readonly points: readonly Point[];
}

/** Ids of their own, so that those of the rest stay as they are. */
const idsFromMs = Date.UTC(2024, 6, 1);
const [anxi, quanzhou] = ['GB2260:350524', 'GB2260:350500'];
const months = 36;
const weeks = 60;
/** Goods are on the road so long before hands are called for. */
const weeksAhead = 2;

/** Electricity, lorries and invoices of the last years, with a gap, a slip of the pen and a series that is late. */
export function makeExternal(
  today: LocalDate,
  seed: number,
  { bureaus, history, accounts }: Pick<DemoData, 'bureaus' | 'history' | 'accounts'>,
): ExternalRows {
  const random = new Random(seed + 2);
  const ids = new DemoIds(new Random(~seed), idsFromMs);
  const rows = { series: [] as object[], imports: [] as object[], values: [] as object[] };
  const power = electricity(random, today);
  const told = new Map([
    [quanzhou, [invoices(random, today), lorries(random, today, history.needs), power]],
    [anxi, [power]],
  ]);
  for (const { id: bureauId, regionId } of bureaus)
    for (const { points, ...series } of told.get(regionId) ?? []) {
      const accountId = accounts.find((account) => account.bureauId === bureauId)?.id ?? null;
      const [seriesId, importId, at] = [ids.next(), ids.next(), morningOf(addDays(today, -3))];
      rows.series.push({
        ...{ id: seriesId, bureauId, ...series, aggregate: 'sum', source: 'manual', isOn: true, createdAt: at },
      });
      rows.imports.push({
        ...{
          id: importId,
          seriesId,
          accountId,
          source: 'upload',
          origin: `${series.nameZh}.xlsx`,
          state: 'succeeded',
          faults: [],
        },
        ...{ rowsRead: points.length, rowsNew: points.length, rowsChanged: 0, faultCount: 0 },
        ...{ requestedAt: at, finishedAt: at },
      });
      rows.values.push(...points.map((point) => ({ seriesId, ...point, importId })));
    }
  return rows;
}

function electricity(random: Random, today: LocalDate): Told {
  const points = monthsBack(today, months, (month, back) => {
    const season = month === 2 ? 0.9 : month === 1 ? 0.96 : month >= 9 ? 1.05 : 1;
    const slip = back === 10 ? 1.5 : 1;
    return Math.round(9_800 * 1.004 ** (months - back) * season * slip * random.between(0.95, 1.05));
  });
  return {
    ...{ code: 'KWH_INDUSTRY_ANXI', nameZh: '安溪县工业用电量（演示数据）' },
    ...{ nameEn: 'Industrial electricity, Anxi (demo data)', department: '供电公司', unit: '万千瓦时' },
    ...{ regionId: anxi, cadence: 'month', lateDays: 40, points: points.filter((_, at) => at !== months - 7) },
  };
}

function invoices(random: Random, today: LocalDate): Told {
  const points = monthsBack(today, months, (month) =>
    Number((61 * (month === 2 ? 0.88 : 1) * random.between(0.93, 1.07)).toFixed(2)),
  );
  return {
    ...{ code: 'VAT_INVOICES_QUANZHOU', nameZh: '泉州市制造业开票金额（演示数据）' },
    ...{ nameEn: 'Invoiced by manufacturers, Quanzhou (demo data)', department: '税务局', unit: '亿元' },
    ...{ regionId: quanzhou, cadence: 'month', lateDays: 10, points: points.slice(0, -2) },
  };
}

/** More lorries, and two weeks later more hands are called for. */
function lorries(random: Random, today: LocalDate, needs: DemoData['history']['needs']): Told {
  const heads = new Map<LocalDate, number>();
  for (const { startsOn, headcount } of needs) heads.set(startsOn, (heads.get(startsOn) ?? 0) + headcount);
  const monday = addDays(today, 1 - weekdayOf(today));
  const usual = [...heads.values()].reduce((sum, count) => sum + count, 0) / Math.max(heads.size, 1);
  const points = Array.from({ length: weeks }, (_, at) => {
    const firstDay = addDays(monday, (at - weeks) * 7);
    const coming = heads.get(addDays(firstDay, weeksAhead * 7)) ?? usual * random.between(0.8, 1.2);
    return { firstDay, value: Math.round(48_000 + 90 * coming * random.between(0.92, 1.08)) };
  });
  return {
    ...{ code: 'LORRIES_QUANZHOU', nameZh: '泉州市高速公路货车流量（演示数据）' },
    ...{ nameEn: 'Lorries on motorways, Quanzhou (demo data)', department: '交通运输局', unit: '辆次' },
    ...{ regionId: quanzhou, cadence: 'week', lateDays: 10, points },
  };
}

/** So many months up to the last that is over; `back` counts down to 1. */
function monthsBack(today: LocalDate, count: number, value: (month: number, back: number) => number): Point[] {
  const [year = 0, now = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, at) => {
    const back = count - at;
    const first = new Date(Date.UTC(year, now - 1 - back, 1));
    return { firstDay: first.toISOString().slice(0, 10), value: value(first.getUTCMonth() + 1, back) };
  });
}
