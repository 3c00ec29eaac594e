import { addDays, weekdayOf } from '../../platform/clock/local-date.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import { morningOf } from './dates.js';
import type { Making, NeedRow, SkillRow } from './demo-data.js';
import { workedDays } from './demo-days.js';

/** Rows of what is over, each in the order in which they can be inserted. */
export interface HistoryRows {
  readonly needs: readonly NeedRow[];
  readonly offers: readonly object[];
  readonly placements: readonly object[];
  readonly days: readonly object[];
}

/** Of whom there is a history: people without an employer, and what was asked of them before. */
export interface HistoryFacts {
  /** Needs of today: those of the past asked for the like. */
  readonly needs: readonly NeedRow[];
  readonly skills: readonly SkillRow[];
  readonly workers: readonly { readonly id: string; readonly regionId: string }[];
  /** Regions in which fewer and fewer seats were filled of late. */
  readonly fallingIn: readonly string[];
}

/** A week of work at a time, half a year back. */
const slots = 26;
const slotDays = 7;
const needsPerSlot = 24;
const mostHeads = 8;
/** Which share of the seats was filled in the last weeks, where it fell; elsewhere and before nine in ten. */
const falling = [0.82, 0.74, 0.66, 0.58, 0.5];

/** Half a year of needs that were filled and worked, and people who came, stayed, left early or did not come. */
export function makeHistory(making: Making, facts: HistoryFacts): HistoryRows {
  const monday = addDays(making.today, 1 - weekdayOf(making.today));
  const bySkill = new Map<string, string[]>();
  const known = new Set(facts.workers.map(({ id }) => id));
  for (const { occupationId, workerId } of facts.skills)
    if (known.has(workerId)) bySkill.set(occupationId, [...(bySkill.get(occupationId) ?? []), workerId]);
  const rows = { needs: [] as NeedRow[], offers: [] as object[], placements: [] as object[], days: [] as object[] };
  for (let slot = slots; slot >= 1; slot--) {
    const startsOn = addDays(monday, -slot * slotDays);
    const busy = new Set<string>();
    for (let n = 0; n < needsPerSlot; n++) {
      const need = pastNeed(making, making.random.pick(facts.needs), startsOn);
      const share = facts.fallingIn.includes(need.regionId) ? (falling[falling.length - slot] ?? 0.9) : 0.9;
      const free = making.random
        .shuffled(bySkill.get(need.occupationId) ?? [])
        .filter((workerId) => !busy.has(workerId))
        .slice(0, Math.round(need.headcount * Math.min(1, share * making.random.between(0.9, 1.1))));
      rows.needs.push(need);
      for (const workerId of free) {
        busy.add(workerId);
        const { offer, placement, days } = pastWork(making, need, workerId);
        rows.offers.push(offer);
        rows.placements.push(placement);
        rows.days.push(...days);
      }
    }
  }
  return rows;
}

function pastNeed({ random, ids }: Making, like: NeedRow, startsOn: LocalDate): NeedRow {
  const publishedAt = morningOf(addDays(startsOn, -random.int(2, 20)));
  return {
    ...like,
    ...{ id: ids.next(), reference: '', headcount: random.int(2, mostHeads), startsOn },
    ...{ endsOn: addDays(startsOn, slotDays - 2), state: 'closed', createdAt: publishedAt, publishedAt },
  };
}

/** Most stay to the end; a few leave early, come a day late, or not at all. */
function pastWork(making: Making, need: NeedRow, workerId: string) {
  const { random, ids, today } = making;
  const { id: needId, hostId, startsOn, endsOn, wageFen, wageUnit, currency } = need;
  const fate = random.next();
  const state = fate < 0.04 ? 'no_show' : fate < 0.09 ? 'ended_early' : 'completed';
  const agreedAt = morningOf(addDays(startsOn, -random.int(1, 3)));
  const lastDay = state === 'ended_early' ? addDays(startsOn, random.int(1, 4)) : endsOn;
  const parties = { needId, workerId, hostId, lenderId: null, kind: 'direct' };
  const offerId = ids.next();
  const placementId = ids.next();
  const lateDays = random.chance(0.05) ? 1 : 0;
  return {
    offer: {
      ...{ id: offerId, ...parties, startsOn, endsOn, wageFen, wageUnit, currency, state: 'confirmed' },
      ...{ sentAt: agreedAt, expiresAt: morningOf(startsOn), decidedAt: agreedAt },
    },
    placement: {
      ...{ id: placementId, offerId, ...parties, startsOn, endsOn, state, createdAt: agreedAt },
      startedAt: state === 'no_show' ? null : morningOf(addDays(startsOn, lateDays)),
      endedAt: morningOf(state === 'no_show' ? startsOn : lastDay),
    },
    days:
      state === 'no_show'
        ? []
        : workedDays(
            { ...making, today: lastDay < today ? addDays(lastDay, 1) : today },
            { id: placementId, workerId, hostId, lenderId: null, startsOn },
          ).map((day) => ({ ...day, state: 'confirmed' })),
  };
}
