import { addDays } from '../../platform/clock/local-date.js';
import { morningOf } from './dates.js';
import type { EnterpriseRow, Making } from './demo-data.js';
import { fictitiousUscc } from './demo-numbers.js';
import { placeNear } from './places.js';
import { type TownName, towns } from './towns.js';
import { brandNames, type Trade, type TradeName, tradeNames, trades } from './trades.js';

/** The enterprise of a trade that a demo log-in works for is its first. */
export interface TradeEnterprises {
  readonly all: readonly EnterpriseRow[];
  /** Verified ones by trade: only they host and lend. */
  readonly verified: ReadonlyMap<TradeName, readonly EnterpriseRow[]>;
}

const hostBrand = '竹韵';
const submittedByTrade: Partial<Record<TradeName, number>> = { craft: 3, tea: 2, metal: 1, garment: 1 };

/** All enterprises; the last few of some trades wait for the bureau's verification. */
export function makeEnterprises(making: Making): TradeEnterprises {
  const brands = [hostBrand, ...making.random.shuffled(brandNames().filter((name) => name !== hostBrand))];
  const all: EnterpriseRow[] = [];
  const verified = new Map<TradeName, EnterpriseRow[]>();
  for (const tradeName of tradeNames) {
    const trade: Trade = trades[tradeName];
    const firstSubmitted = trade.count - (submittedByTrade[tradeName] ?? 0);
    for (let index = 0; index < trade.count; index++) {
      const enterprise = makeEnterprise(making, trade, index, brands[all.length] ?? '', index < firstSubmitted);
      all.push(enterprise);
      if (index < firstSubmitted) verified.set(tradeName, [...(verified.get(tradeName) ?? []), enterprise]);
    }
  }
  return { all, verified };
}

/** The first verified enterprise of a trade. */
export function firstOf({ verified }: TradeEnterprises, trade: TradeName): EnterpriseRow {
  const enterprise = verified.get(trade)?.[0];
  if (!enterprise) throw new Error(`no verified enterprise of trade ${trade}`);
  return enterprise;
}

/** The first of a trade is its largest; one in eight has not said. */
function sizeOf(index: number): EnterpriseRow['size'] {
  if (index === 0) return 'large';
  if (index % 8 === 7) return null;
  return index < 4 ? 'medium' : index % 3 === 0 ? 'micro' : 'small';
}

function makeEnterprise(
  making: Making,
  trade: Trade,
  index: number,
  brand: string,
  isVerified: boolean,
): EnterpriseRow {
  const { random, ids, today } = making;
  const townName = trade.towns[index % trade.towns.length] as TownName;
  const { county, countyName } = towns[townName];
  const suffix = index === 0 ? trade.suffixes[0] : random.pick(trade.suffixes);
  const ageDays = isVerified ? random.int(30, 500) : random.int(1, 4);
  return {
    id: ids.next(),
    registrationScheme: 'USCC',
    registrationCode: fictitiousUscc(random, county),
    name: `${countyName.slice(0, -1)}${brand}${suffix}`,
    industryId: `GB4754:${trade.industry}`,
    size: sizeOf(index),
    ...placeNear(random, townName, 1_500),
    address: `福建省泉州市${countyName}${townName}工业路${random.int(1, 199)}号`,
    verification: isVerified ? 'verified' : 'submitted',
    createdAt: morningOf(addDays(today, -ageDays)),
    submittedAt: morningOf(addDays(today, -ageDays)),
  };
}
