import { addDays } from '../../platform/clock/local-date.js';
import type { Making } from './demo-data.js';
import type { TradeEnterprises } from './demo-enterprises.js';
import { type By, enterpriseOf } from './demo-sharing.js';
import type { BookingPlan, CapacityPlan } from './demo-sharing.js';

const sixDays = [600, 600, 600, 600, 600, 600, 0] as const;
const everyDay = [600, 600, 600, 600, 600, 600, 600] as const;

/** Machines of one type, what they can do, the week that they work, and fen for an hour of one of them. */
type LineRow = readonly [
  name: string,
  type: string,
  machines: number,
  attributes: Readonly<Record<string, number>>,
  week: readonly number[],
  fenPerHour: number,
];

/** Each line is on offer by one window; their places in the flat list are what bookings name. */
const workshops = [
  [
    ['metal', 0],
    '焊接车间',
    [
      ['气保焊班组', 'GJ:WELD-MIG', 6, { maxCurrentA: 350, maxThicknessMm: 12 }, sixDays, 4_500],
      ['焊接机器人', 'GJ:WELD-ROBOT', 2, { maxCurrentA: 500, maxLengthMm: 2_400, maxWeightKg: 80 }, everyDay, 9_000],
    ],
  ],
  [
    ['metal', 1],
    '喷涂车间',
    [
      [
        '粉末喷涂线',
        'GJ:POWDER-LINE',
        1,
        { maxWidthMm: 1_200, maxHeightMm: 1_800, maxLengthMm: 2_400 },
        everyDay,
        18_000,
      ],
    ],
  ],
  [
    ['craft', 1],
    '喷粉房',
    [['喷粉房', 'GJ:POWDER-BOOTH', 1, { maxWidthMm: 1_500, maxHeightMm: 1_600, maxLengthMm: 3_000 }, sixDays, 12_000]],
  ],
  [
    ['bamboo', 0],
    '编织车间',
    [['手工编织', 'GJ:WEAVE-BENCH', 40, { maxWidthMm: 1_600, maxHeightMm: 1_500 }, sixDays, 2_600]],
  ],
  [
    ['craft', 2],
    '藤编车间',
    [['藤编工位', 'GJ:WEAVE-BENCH', 25, { maxWidthMm: 1_400, maxHeightMm: 1_200 }, sixDays, 2_800]],
  ],
  [['bamboo', 1], '烘干房', [['干燥窑', 'GJ:DRY-KILN', 1, { volumeL: 30_000, maxTemperatureC: 80 }, everyDay, 6_000]]],
  [['craft', 3], '烘烤车间', [['烘箱', 'GJ:DRY-OVEN', 2, { volumeL: 6_000, maxTemperatureC: 180 }, sixDays, 6_500]]],
  [
    ['logistics', 0],
    '包装中心',
    [['包装线', 'GJ:PACK-LINE', 2, { maxWidthMm: 1_200, maxWeightKg: 50 }, everyDay, 3_800]],
  ],
  [
    ['furniture', 0],
    '包装车间',
    [['包装线', 'GJ:PACK-LINE', 1, { maxWidthMm: 2_000, maxWeightKg: 90 }, sixDays, 4_400]],
  ],
  [['craft', 0], '铁架车间', [['气保焊', 'GJ:WELD-MIG', 4, { maxCurrentA: 300, maxThicknessMm: 8 }, everyDay, 5_000]]],
] as const satisfies readonly (readonly [By, string, readonly LineRow[]])[];

/** Which processes in which order, with minutes; from so many days on until so many. */
type RequestRow = readonly [
  By,
  reference: string,
  steps: readonly (readonly [string, number])[],
  from: number,
  due: number,
];

const requests = [
  [['craft', 0], '花园椅喷粉', [['GJ:POWDER', 900]], 1, 14],
  [
    ['craft', 0],
    '烛台架焊接喷粉',
    [
      ['GJ:WELD', 1_200],
      ['GJ:POWDER', 600],
    ],
    2,
    20,
  ],
  [
    ['craft', 0],
    '藤篮编织烘干包装',
    [
      ['GJ:WEAVE', 4_800],
      ['GJ:DRY', 600],
      ['GJ:PACK', 480],
    ],
    1,
    25,
  ],
  [['craft', 4], '铁艺花架焊接', [['GJ:WELD', 2_400]], 0, 12],
  [
    ['craft', 5],
    '收纳架焊接喷粉',
    [
      ['GJ:WELD', 1_800],
      ['GJ:POWDER', 700],
    ],
    1,
    18,
  ],
  [['craft', 6], '吊篮编织', [['GJ:WEAVE', 6_000]], 2, 16],
  [
    ['craft', 7],
    '藤椅编织包装',
    [
      ['GJ:WEAVE', 3_600],
      ['GJ:PACK', 400],
    ],
    3,
    22,
  ],
  [
    ['furniture', 1],
    '茶几烘干喷粉包装',
    [
      ['GJ:DRY', 480],
      ['GJ:POWDER', 420],
      ['GJ:PACK', 300],
    ],
    2,
    24,
  ],
  [['bamboo', 2], '竹篾烘干', [['GJ:DRY', 900]], 0, 10],
  [['tea', 0], '礼盒包装', [['GJ:PACK', 1_200]], 1, 9],
  [['craft', 8], '镜框焊接', [['GJ:WELD', 900]], 4, 15],
] as const satisfies readonly RequestRow[];

/** Of which line's window, by whom, for which step; minutes of the days that the window offers, counted from its first. */
type BookingRow = readonly [
  line: number,
  customer: By,
  step: readonly [request: number, step: number] | null,
  days: BookingPlan['days'],
  until: BookingPlan['until'],
];

const bookings = [
  [
    2,
    ['craft', 0],
    [0, 1],
    [
      [3, 240],
      [4, 240],
    ],
    'held',
  ],
  [10, ['craft', 8], [10, 1], [[6, 300]], 'held'],
  [5, ['craft', 6], [5, 1], [[4, 1_500]], 'held'],
  [
    4,
    ['craft', 0],
    [2, 1],
    [
      [3, 1_800],
      [4, 1_800],
    ],
    'confirmed',
  ],
  [
    1,
    ['craft', 5],
    [4, 1],
    [
      [2, 600],
      [3, 600],
    ],
    'confirmed',
  ],
  [8, ['tea', 0], [9, 1], [[2, 600]], 'confirmed'],
  [10, ['craft', 4], [3, 1], [[2, 480]], 'confirmed'],
  [6, ['craft', 0], null, [[0, 300]], 'fulfilled'],
  [2, ['craft', 9], null, [[0, 180]], 'fulfilled'],
  [10, ['craft', 11], null, [[0, 240]], 'fulfilled'],
  [3, ['craft', 12], null, [[5, 200]], 'declined'],
] as const satisfies readonly BookingRow[];

/** For how long windows are open. */
const windowDays = 27;

const windowTerms = {
  ...{ setupMinutes: 20, minimumMinutes: 60, currency: 'CNY', withOperators: true, materialBy: 'customer' as const },
  ...{ noticeDays: 3, latePercent: 20, note: '' },
};

/** Workshops whose lines have time on offer over the next weeks, who asks for it, and who has booked it. */
export function makeCapacity({ today }: Making, enterprises: TradeEnterprises): CapacityPlan {
  const of = (by: By) => enterpriseOf(enterprises, by);
  const placeOf = (by: By) => {
    const { regionId, latitude, longitude } = of(by);
    return { regionId, latitude, longitude };
  };
  return {
    workshops: workshops.map(([by, name, lines]) => ({
      by: of(by).id,
      input: { name, ...placeOf(by) },
      lines: lines.map(([lineName, machineTypeId, machines, attributes, week, fenPerHour]) => ({
        input: {
          ...{ name: lineName, machineTypeId, machines, shiftMinutes: [...week], worksHolidays: week === everyDay },
          attributes: Object.entries(attributes).map(([attribute, value]) => ({ name: attribute, value })),
        },
        terms: { ...windowTerms, startsOn: today, endsOn: addDays(today, windowDays), fenPerHour },
      })),
    })),
    requests: requests.map(([by, reference, steps, from, due]) => ({
      by: of(by).id,
      input: {
        ...{ ...placeOf(by), reference, earliestStart: addDays(today, from), dueDate: addDays(today, due) },
        ...{
          maxDistanceM: 80_000,
          maxFenPerHour: 20_000,
          currency: 'CNY',
          splitAllowed: true,
          allOrNothing: true,
          note: '',
        },
        steps: steps.map(([processId, minutes]) => ({
          ...{ processId, minutes, attributes: [], needsOperators: 'either' as const },
        })),
      },
    })),
    bookings: bookings.map(([line, customer, step, days, until]) => ({
      ...{ line, customer: of(customer).id, step, days, until },
    })),
  };
}
