import { describe, expect, it } from 'vitest';
import type { Remedy } from '../what-if/change.rules';
import { changeByRemedy, type ChangeableNeed } from './change-by-remedy.rules';

const need: ChangeableNeed = { id: 'n', wageFen: 2400, wageUnit: 'HOUR', minLevel: 2, actions: ['CHANGE'] };
const remedy: Remedy = {
  ...{ kind: 'WAGE', seats: 3, marketSeats: 1, addFen: 600, lowerBy: 3, addM: 5_000, percent: 50 },
  ...{ workers: null, fromRegion: null, fromOccupation: null, occupation: null },
};

describe('a remedy that a host makes real', () => {
  it('changes the one thing', () => {
    expect(changeByRemedy(need, remedy)).toEqual({ needId: 'n', wageFen: 3000 });
    expect(changeByRemedy(need, { ...remedy, kind: 'LEVEL' })).toEqual({ needId: 'n', minLevel: 1 });
    expect(changeByRemedy(need, { ...remedy, kind: 'LODGING' })).toEqual({ needId: 'n', lodging: true });
  });

  it('is nothing where it is for others to do, or the need cannot be changed', () => {
    expect(changeByRemedy(need, { ...remedy, kind: 'REACH' })).toBeUndefined();
    expect(changeByRemedy({ ...need, actions: ['CLOSE'] }, remedy)).toBeUndefined();
  });
});
