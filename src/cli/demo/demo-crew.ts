import { addDays, weekdayOf } from '../../platform/clock/local-date.js';
import { morningOf } from './dates.js';
import type { Making, NeedRow } from './demo-data.js';
import type { HistoryFacts, HistoryRows } from './demo-history.js';

/** Where the season calls people to, and how many come from one county. */
const destination = 'GB2260:350524';
const mostPeople = 48;
const seasonDays = 40;

/** People of one county who begin on one day, at several enterprises of another: those for whom buses are planned. */
export function makeCrew(making: Making, { needs, skills, workers }: HistoryFacts): HistoryRows {
  const { ids, today, random } = making;
  const startsOn = addDays(today, 8 - weekdayOf(today) + 7);
  const rows = { needs: [] as NeedRow[], offers: [] as object[], placements: [] as object[], days: [] };
  const from = largestCounty(workers.map(({ regionId }) => regionId).filter((id) => id !== destination));
  const free = new Set(workers.filter(({ regionId }) => regionId === from).map(({ id }) => id));
  for (const like of random.shuffled(needs.filter(({ regionId }) => regionId === destination))) {
    const skilled = skills.filter(({ occupationId }) => occupationId === like.occupationId);
    const crew = [...new Set(skilled.map(({ workerId }) => workerId))].filter((id) => free.has(id));
    const chosen = crew.slice(0, Math.min(16, mostPeople - rows.placements.length));
    if (chosen.length < 3) continue;
    const publishedAt = morningOf(addDays(today, -9));
    const endsOn = addDays(startsOn, seasonDays);
    const need: NeedRow = {
      ...{ ...like, id: ids.next(), reference: '', headcount: chosen.length, startsOn, endsOn, state: 'closed' },
      ...{ createdAt: publishedAt, publishedAt },
    };
    rows.needs.push(need);
    for (const workerId of chosen) {
      free.delete(workerId);
      const parties = { needId: need.id, workerId, hostId: need.hostId, lenderId: null, kind: 'direct' };
      const { wageFen, wageUnit, currency } = need;
      const agreedAt = morningOf(addDays(today, -2));
      const offerId = ids.next();
      rows.offers.push({
        ...{ id: offerId, ...parties, startsOn, endsOn, wageFen, wageUnit, currency, state: 'confirmed' },
        ...{ sentAt: agreedAt, expiresAt: morningOf(startsOn), decidedAt: agreedAt },
      });
      rows.placements.push({
        ...{ id: ids.next(), offerId, ...parties, startsOn, endsOn, state: 'planned', createdAt: agreedAt },
        ...{ startedAt: null, endedAt: null },
      });
    }
    if (rows.placements.length >= mostPeople) break;
  }
  return rows;
}

function largestCounty(regionIds: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of regionIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0];
}
