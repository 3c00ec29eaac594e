import { describe, expect, it } from 'vitest';
import { demand, supply } from '../edges/pair.builder.js';
import { reachOf } from './work-reach.rules.js';

const { workerIds: _none, ...worker } = supply();

describe('what would open more work to a worker', () => {
  it('counts what fits, and for each single obstacle how much would do', () => {
    const demands = [
      demand({ needId: 'fits', seatsOpen: 3 }),
      demand({ needId: 'cheap', wageFen: 1900, seatsOpen: 2 }),
      demand({ needId: 'cheaper', wageFen: 1500 }),
      demand({ needId: 'far', latitude: 25.3 }),
      demand({ needId: 'hard', minLevel: 5 }),
      demand({ needId: 'card', certificateCodes: ['forklift'] }),
      demand({ needId: 'two things', wageFen: 1900, minLevel: 5 }),
      demand({ needId: 'other work', occupationId: 'cook' }),
    ];
    const { needs, seats, openings } = reachOf(worker, demands, new Map());
    expect({ needs, seats }).toEqual({ needs: 1, seats: 3 });
    expect(openings).toEqual([
      { opening: 'WAGE', needs: 2, seats: 3, least: 100, most: 500 },
      { opening: 'CERTIFICATE', needs: 1, seats: 1, least: 0, most: 0 },
      { opening: 'DISTANCE', needs: 1, seats: 1, least: expect.any(Number), most: expect.any(Number) },
      { opening: 'LEVEL', needs: 1, seats: 1, least: 2, most: 2 },
    ]);
    const farther = openings.find(({ opening }) => opening === 'DISTANCE')?.most ?? 0;
    expect(reachOf({ ...worker, radiusM: worker.radiusM + farther }, demands, new Map()).needs).toBe(2);
    expect(reachOf({ ...worker, radiusM: worker.radiusM + farther - 2 }, demands, new Map()).needs).toBe(1);
    expect(reachOf({ ...worker, wageFloorFen: worker.wageFloorFen - 500 }, demands, new Map()).needs).toBe(3);
  });

  it('says nothing of hosts that are blocked, nor of work that is barred', () => {
    const demands = [demand({ needId: 'barred' }), demand({ needId: 'blocked', hostId: 'bad' })];
    expect(reachOf({ ...worker, blockedHosts: ['bad'], barredNeeds: ['barred'] }, demands, new Map())).toEqual({
      needs: 0,
      seats: 0,
      openings: [],
    });
  });
});
