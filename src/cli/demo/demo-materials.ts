import { addDays } from '../../platform/clock/local-date.js';
import type { Making } from './demo-data.js';
import { firstOf, type TradeEnterprises } from './demo-enterprises.js';
import { type By, enterpriseOf, siteOf } from './demo-sharing.js';
import type { LotInput, MaterialPlan, MaterialRequestInput, PoolPlan, TransferPlan } from './demo-sharing.js';

/** Who offers what: quantity in base units of the kind, and fen for one of them, or days for which it is lent. */
type LotRow = readonly [By, kind: string, quantity: number, grade: LotInput['grade'], terms: Fen | Days];
interface Fen {
  readonly fen: number;
}
interface Days {
  readonly days: number;
}
const fen = (price: number): Fen => ({ fen: price });
const lent = (days: number): Days => ({ days });

const lots = [
  [['bamboo', 0], 'RATTAN-CORE-8', 2_400, 'A', fen(1_850)],
  [['bamboo', 1], 'RATTAN-CORE-5', 1_500, 'A', fen(1_920)],
  [['bamboo', 2], 'RATTAN-CORE-3', 800, 'B', fen(1_680)],
  [['bamboo', 3], 'RATTAN-PEEL', 600, 'A', fen(2_600)],
  [['bamboo', 0], 'RATTAN-POLE-25', 1_800, 'A', fen(1_250)],
  [['bamboo', 1], 'BAMBOO-STRIP', 3_000, 'A', fen(620)],
  [['craft', 1], 'RATTAN-CORE-8', 500, 'B', lent(45)],
  [['craft', 2], 'RATTAN-CORE-12', 700, 'A', fen(1_780)],
  [['craft', 3], 'PE-RATTAN', 1_200, 'A', fen(1_480)],
  [['craft', 4], 'PE-RATTAN', 900, 'A', lent(30)],
  [['craft', 5], 'SEAGRASS-ROPE', 450, 'A', fen(980)],
  [['craft', 6], 'PAPER-ROPE', 380, 'B', fen(760)],
  [['metal', 0], 'IRON-WIRE-4', 5_000, 'A', fen(520)],
  [['metal', 1], 'IRON-WIRE-6', 4_200, 'A', fen(505)],
  [['metal', 2], 'IRON-WIRE-2', 2_600, 'A', fen(565)],
  [['metal', 0], 'ROUND-TUBE-19', 8_000, 'A', fen(480)],
  [['metal', 1], 'ROUND-TUBE-25', 6_000, 'A', fen(690)],
  [['metal', 2], 'SQUARE-TUBE-20', 7_000, 'A', fen(540)],
  [['metal', 3], 'FLAT-BAR-20', 3_000, 'A', fen(470)],
  [['craft', 7], 'IRON-WIRE-4', 800, 'B', lent(60)],
  [['craft', 8], 'ROUND-TUBE-19', 1_500, 'A', lent(30)],
  [['furniture', 0], 'PLYWOOD-9', 900, 'A', fen(4_200)],
  [['furniture', 1], 'FOAM-CUSHION', 2_000, 'A', fen(850)],
  [['metal', 3], 'POWDER-COAT', 1_200, 'A', fen(2_350)],
  [['craft', 9], 'POWDER-COAT', 300, 'A', lent(45)],
  [['furniture', 2], 'WATER-LACQUER', 600, 'A', fen(2_900)],
  [['craft', 10], 'PRIMER', 360, 'A', fen(1_650)],
  [['tea', 0], 'CARTON-5PLY', 6_000, 'A', fen(480)],
  [['tea', 1], 'STRETCH-FILM', 500, 'A', fen(1_150)],
  [['tea', 0], 'CORRUGATED-BOARD', 4_000, 'B', fen(310)],
  [['craft', 0], 'IRON-WIRE-6', 900, 'A', fen(495)],
  [['craft', 0], 'SCREW-M6', 20_000, 'A', lent(60)],
] as const satisfies readonly LotRow[];

/** Who lacks what, in base units; by which day from today; at most at which price for one. */
type RequestRow = readonly [By, kinds: readonly string[], quantity: number, inDays: number, ceiling: number];

const requests = [
  [['craft', 0], ['RATTAN-CORE-8', 'RATTAN-CORE-5'], 600, 12, 2_100],
  [['craft', 0], ['IRON-WIRE-4'], 1_200, 9, 600],
  [['craft', 0], ['POWDER-COAT'], 150, 15, 2_600],
  [['craft', 0], ['CARTON-5PLY'], 1_500, 20, 520],
  [['craft', 11], ['RATTAN-CORE-5', 'RATTAN-CORE-3'], 420, 10, 2_000],
  [['craft', 12], ['IRON-WIRE-6'], 900, 8, 560],
  [['craft', 13], ['POWDER-COAT'], 260, 14, 2_500],
  [['craft', 14], ['ROUND-TUBE-25', 'ROUND-TUBE-19'], 2_400, 16, 760],
  [['craft', 15], ['SQUARE-TUBE-20'], 1_800, 11, 600],
  [['craft', 16], ['ROUND-TUBE-19'], 900, 18, 560],
  [['craft', 17], ['PE-RATTAN'], 700, 13, 1_600],
  [['craft', 18], ['SEAGRASS-ROPE', 'PAPER-ROPE'], 300, 21, 1_100],
  [['craft', 19], ['RATTAN-PEEL'], 180, 7, 2_800],
  [['craft', 20], ['FLAT-BAR-20'], 850, 17, 520],
  [['craft', 21], ['IRON-WIRE-2', 'IRON-WIRE-4'], 640, 12, 620],
  [['craft', 22], ['PRIMER'], 120, 9, 1_800],
  [['furniture', 3], ['PLYWOOD-9'], 320, 19, 4_500],
  [['furniture', 1], ['WATER-LACQUER'], 160, 15, 3_200],
  [['tea', 2], ['CARTON-5PLY'], 2_200, 10, 500],
  [['tea', 3], ['STRETCH-FILM'], 140, 14, 1_300],
  [['bamboo', 4], ['BAMBOO-STRIP'], 900, 20, 680],
] as const satisfies readonly RequestRow[];

/** What is under way, by the places of its lot and request in the lists above; in each state something of the demo's own. */
type TransferRow = readonly [
  lot: number,
  receiver: By,
  request: number | null,
  quantity: number,
  until: TransferPlan['until'],
];

const transfers = [
  [12, ['craft', 0], 1, 400, 'reserved'],
  [30, ['craft', 12], 5, 200, 'reserved'],
  [15, ['craft', 16], 9, 300, 'reserved'],
  [0, ['craft', 0], 0, 300, 'delivered'],
  [27, ['tea', 2], 18, 800, 'delivered'],
  [23, ['craft', 13], 6, 200, 'disputed'],
  [16, ['craft', 14], 7, 1_000, 'accepted'],
  [27, ['craft', 0], 3, 500, 'accepted'],
  [9, ['craft', 0], null, 200, 'accepted'],
  [31, ['craft', 23], null, 4_000, 'accepted'],
  [6, ['craft', 0], null, 120, 'returning'],
  [20, ['craft', 24], null, 300, 'returned'],
  [17, ['craft', 15], 8, 600, 'declined'],
] as const satisfies readonly TransferRow[];

const holdBack = { acceptsSale: true, minimumGrade: 'B', splitAllowed: true, description: '' } as const;

/** Materials that are lent, sold, asked for and on their way among enterprises of the region. */
export function makeMaterials({ today }: Making, enterprises: TradeEnterprises): MaterialPlan {
  const of = (by: By) => enterpriseOf(enterprises, by);
  return {
    lots: lots.map(([by, kindId, quantity, grade, terms], index) => ({
      by: of(by).id,
      input: {
        ...siteOf(of(by), '原料仓'),
        ...{ kindId, quantity: { value: String(quantity) }, grade, tolerancePercent: 2, description: '' },
        ...('fen' in terms
          ? { terms: 'sale' as const, fenPerUnit: terms.fen }
          : { terms: 'loan' as const, loanDays: terms.days }),
        availableUntil: addDays(today, 25 + (index % 5) * 10),
      },
    })),
    requests: requests.map(([by, kindIds, quantity, inDays, ceilingFen], index) => ({
      by: of(by).id,
      input: {
        ...{ ...siteOf(of(by), '生产车间'), ...holdBack, kindIds: [...kindIds], quantity: { value: String(quantity) } },
        ...{ neededBy: addDays(today, inDays), ceilingFen, acceptsLoan: index % 3 === 0 },
        priority: index % 7 === 1 ? ('urgent' as const) : ('normal' as const),
      } satisfies Omit<MaterialRequestInput, 'idempotencyKey'>,
    })),
    transfers: transfers.map(([lot, receiver, request, quantity, until]) => ({
      ...{ lot, receiver: of(receiver).id, request, quantity, until },
    })),
    pools: makePools(today, enterprises),
  };
}

/** One that still lacks a third of its threshold and one, the demo host's own, that has reached it. */
function makePools(today: string, enterprises: TradeEnterprises): PoolPlan[] {
  const of = (by: By) => enterpriseOf(enterprises, by);
  const host = firstOf(enterprises, 'craft');
  return [
    {
      by: of(['craft', 1]).id,
      input: {
        ...siteOf(of(['craft', 1]), '集采收货点'),
        ...{ kindId: 'WELDING-WIRE', unit: 'kg', threshold: '3000', closesOn: addDays(today, 12) },
        tiers: [
          { fromQuantity: '1000', fenPerUnit: 780 },
          { fromQuantity: '3000', fenPerUnit: 720 },
          { fromQuantity: '6000', fenPerUnit: 670 },
        ],
        ...{ supplierName: '示范焊材供应商', description: '分两批到货，到付。' },
      },
      members: [
        { by: of(['craft', 1]).id, quantity: '900' },
        { by: host.id, quantity: '600' },
        { by: of(['metal', 0]).id, quantity: '500' },
      ],
    },
    {
      by: host.id,
      input: {
        ...siteOf(host, '集采收货点'),
        ...{ kindId: 'POWDER-COAT', unit: 'kg', threshold: '800', closesOn: addDays(today, 6) },
        tiers: [
          { fromQuantity: '500', fenPerUnit: 2_300 },
          { fromQuantity: '1000', fenPerUnit: 2_120 },
        ],
        ...{ supplierName: '示范涂料供应商', description: '' },
      },
      members: [
        { by: host.id, quantity: '400' },
        { by: of(['craft', 6]).id, quantity: '350' },
        { by: of(['metal', 1]).id, quantity: '300' },
      ],
    },
  ];
}
