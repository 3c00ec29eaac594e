import { addDays } from '../../platform/clock/local-date.js';
import { morningOf } from './dates.js';
import type { EnterpriseRow, Making, NeedRow } from './demo-data.js';
import { firstOf, type TradeEnterprises } from './demo-enterprises.js';
import { drawPay, factsOf, occupationId } from './demo-workers.js';
import { type DemandPlan, demandPlans } from './occupations.js';

type NeedDraft = Omit<NeedRow, 'id' | 'reference'>;

/** The demo's host posts the first need of each of these many occupations. */
const hostOccupations = 5;

const descriptions = [
  '出口订单赶工，提供工作餐，计件超产另有奖励。',
  '新订单开线，有老师傅带班，按月足额发放工资。',
  '旺季用工，厂区有食堂，提供班车接送。',
  '短期用工，签订协议并投保工伤保险。',
  '急单用工，加班按国家规定计薪。',
] as const;

/** Open needs, oldest first. */
export function makeNeeds(making: Making, enterprises: TradeEnterprises): NeedRow[] {
  const drafts = demandPlans.flatMap((plan, planIndex) =>
    Array.from({ length: plan.needs }, (_, index) => {
      const isDemo = index === 0 && planIndex < hostOccupations;
      const host = isDemo
        ? firstOf(enterprises, 'craft')
        : making.random.pick(enterprises.verified.get(making.random.pick(plan.hosts)) ?? []);
      return draftNeed(making, plan, host);
    }),
  );
  return drafts
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    .map((draft, index) => ({
      id: making.ids.next(),
      reference: `XQ-${String(index + 1).padStart(4, '0')}`,
      ...draft,
    }));
}

function draftNeed(making: Making, { occupation, heads }: DemandPlan, host: EnterpriseRow): NeedDraft {
  const { random, today } = making;
  const { certificate } = factsOf(occupation);
  const startsOn = addDays(today, random.int(0, 30));
  const wage = drawPay(random, occupation, random.between(0.9, 1.18), 0.02);
  const createdAt = morningOf(addDays(today, -random.int(1, 14)));
  return {
    ...{ hostId: host.id, occupationId: occupationId(occupation) },
    minLevel: random.pick([1, 1, 1, 1, 2, 2, 2, 2, 3, 3]),
    acceptsSubstitutes: random.chance(0.8),
    certificateCodes: certificate === undefined ? [] : [certificate],
    headcount: random.headcount(heads),
    priority: random.pick([1, 1, 1, 1, 1, 1, 1, 2, 2, 3]),
    ...{ regionId: host.regionId, address: host.address, latitude: host.latitude, longitude: host.longitude },
    ...{
      startsOn,
      endsOn: addDays(startsOn, random.int(20, 120) - 1),
      minOverlapPercent: random.pick([60, 70, 80, 90, 100]),
    },
    shift: random.pick(['day', 'day', 'day', 'day', 'day', 'rotating', 'night']),
    ...{ wageFen: wage.fen, wageUnit: wage.unit, currency: 'CNY', lodging: random.chance(0.45) },
    description: random.pick(descriptions),
    ...{ state: 'open', createdAt, publishedAt: createdAt },
  };
}
