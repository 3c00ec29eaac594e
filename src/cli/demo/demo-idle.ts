import { addDays } from '../../platform/clock/local-date.js';
import { morningOf } from './dates.js';
import type { Making, Workforce } from './demo-data.js';
import {
  drawConditions,
  drawLevel,
  emptyWorkforce,
  makeCertificates,
  makePerson,
  makeSkills,
  occupationId,
} from './demo-workers.js';
import { type OccupationCode, supplyPlans } from './occupations.js';
import { placeNear } from './places.js';
import type { TownName } from './towns.js';

/** Where people without employer live: a town named more often has more of them. */
const homes: readonly TownName[] = [
  ...([
    '凤城镇',
    '凤城镇',
    '凤城镇',
    '城厢镇',
    '城厢镇',
    '参内镇',
    '官桥镇',
    '官桥镇',
    '龙门镇',
    '魁斗镇',
    '金谷镇',
  ] as const),
  ...(['蓬莱镇', '尚卿乡', '湖头镇', '湖头镇', '剑斗镇', '感德镇', '长坑乡', '祥华乡', '虎邱镇', '西坪镇'] as const),
  ...(['桃城镇', '达埔镇', '蓬壶镇', '浔中镇', '溪美街道', '溪美街道', '仑苍镇', '诗山镇', '水头镇'] as const),
  ...(['青阳街道', '陈埭镇', '凤里街道', '螺城镇', '江南街道', '东海街道', '河市镇', '山腰街道'] as const),
];

/** People without employer. The first is a weaver near the demo's host on easy terms. Person serials start at `firstSerial`. */
export function makeIdle(making: Making, firstSerial: number): Workforce {
  const workforce = emptyWorkforce();
  addWeaver(making, workforce, firstSerial);
  for (const { occupation, idle } of supplyPlans) {
    for (let index = 0; index < idle; index++)
      addIdle(making, workforce, occupation, firstSerial + workforce.workers.length);
  }
  return workforce;
}

function addIdle(making: Making, workforce: Workforce, occupation: OccupationCode, serial: number): void {
  const { random, ids, today } = making;
  const id = ids.next();
  const startsOn = addDays(today, random.int(-20, 12));
  workforce.workers.push({
    id,
    homeEnterpriseId: null,
    ...placeNear(random, random.pick(homes), 4_000),
    rating: random.chance(0.4) ? random.int(55, 98) : null,
  });
  workforce.persons.push(makePerson(making, id, serial));
  workforce.skills.push(...makeSkills(random, id, occupation, drawLevel(random)));
  workforce.certificates.push(...makeCertificates(making, id, occupation, 0.75));
  workforce.availabilities.push({
    ...{ id: ids.next(), workerId: id, surplusLineId: null, startsOn, endsOn: addDays(startsOn, random.int(45, 200)) },
    ...drawConditions(random, occupation, { floor: [0.8, 1.1], radiusKm: [8, 40], relocates: 0.3 }),
    ...{ state: 'open', createdAt: morningOf(addDays(today, -random.int(1, 40))) },
  });
}

function addWeaver(making: Making, workforce: Workforce, serial: number): void {
  const { random, ids, today } = making;
  const id = ids.next();
  workforce.workers.push({ id, homeEnterpriseId: null, ...placeNear(random, '官桥镇', 1_500), rating: 90 });
  workforce.persons.push(makePerson(making, id, serial));
  workforce.skills.push({ workerId: id, occupationId: occupationId('RT-WEAVE'), level: 4 });
  workforce.availabilities.push({
    ...{ id: ids.next(), workerId: id, surplusLineId: null, startsOn: addDays(today, -3), endsOn: addDays(today, 180) },
    ...{ wageFloorFen: 1_900, wageUnit: 'hour', currency: 'CNY', radiusM: 30_000, relocationRadiusM: 100_000 },
    ...{ state: 'open', createdAt: morningOf(addDays(today, -30)) },
  });
}
