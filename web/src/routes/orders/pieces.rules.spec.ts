import { describe, expect, it } from 'vitest';
import { linkOf, sharesOf } from './pieces.rules';

const painter = { id: 'p', name: '喷涂厂' };
const day = (requirementId: string, startsOn: string, quantity: string) => ({
  ...{ requirementId, startsOn, endsOn: startsOn, quantity, costFen: 100, loanDays: null, enterprise: painter },
});

describe('what a plan takes from others', () => {
  it('is one share for each enterprise, on its stretches of days', () => {
    const items = [day('a', '2026-03-04', '30'), day('b', '2026-03-01', '7'), day('a', '2026-03-02', '40.5')];
    expect(sharesOf(items, 'a')).toEqual([
      {
        ...{ enterprise: painter, quantity: 70.5, costFen: 200, loanDays: null },
        ...{ startsOn: '2026-03-02', endsOn: '2026-03-04' },
        stretches: [
          { startsOn: '2026-03-04', endsOn: '2026-03-04' },
          { startsOn: '2026-03-02', endsOn: '2026-03-02' },
        ],
      },
    ]);
  });

  it('keeps what is lent apart from what is bought', () => {
    const bought = day('a', '2026-03-04', '30');
    expect(sharesOf([bought, { ...bought, loanDays: 30 }], 'a')).toHaveLength(2);
  });

  it('leads to where it goes on', () => {
    const none = { transferId: null, bookingId: null, needId: null };
    const allocation = {
      ...{ id: 'x', reserved: '1', confirmed: '0', startsOn: '2026-03-04', endsOn: '2026-03-04', enterprise: null },
      ...none,
    };
    expect(linkOf({ ...allocation, transferId: 't' })).toBe('/materials/transfers?side=RECEIVER');
    expect(linkOf({ ...allocation, bookingId: 'b' })).toBe('/capacity/bookings');
    expect(linkOf({ ...allocation, needId: 'n' })).toBe('/host/needs/n');
    expect(linkOf(allocation)).toBeUndefined();
  });
});
