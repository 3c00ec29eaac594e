import { describe, expect, it } from 'vitest';
import { readersOf, sidesBut, toldOfLapse, toEach } from './notification.rules.js';

const loan = { workerId: 'worker', hostId: 'host', lenderId: 'lender' };
const direct = { ...loan, lenderId: null };

describe('of an offer that lapsed', () => {
  it('everybody hears when it expired', () => {
    expect(toldOfLapse({ ...loan, state: 'expired' })).toEqual(['worker', 'host', 'lender']);
  });

  it('the host that withdrew it is not told', () => {
    expect(toldOfLapse({ ...loan, state: 'withdrawn' })).toEqual(['worker', 'lender']);
  });

  it('the worker who declined a direct offer is not told; of a loan either may have declined', () => {
    expect(toldOfLapse({ ...direct, state: 'declined' })).toEqual(['host']);
    expect(toldOfLapse({ ...loan, state: 'declined' })).toEqual(['worker', 'host', 'lender']);
  });
});

describe('the sides of a deal', () => {
  it('read where their own screens are', () => {
    expect(readersOf(loan)).toEqual([
      { to: { workerId: 'worker' }, link: '/my/placements' },
      { to: { enterpriseId: 'host' }, link: '/host/placements' },
      { to: { enterpriseId: 'lender' }, link: '/lender' },
    ]);
  });

  it('are two where nobody lends', () => {
    expect(readersOf(direct).map(({ to }) => to)).toEqual([{ workerId: 'worker' }, { enterpriseId: 'host' }]);
    expect(readersOf(direct, ['lender'])).toEqual([]);
  });

  it('hear of what another did', () => {
    expect(sidesBut('host')).toEqual(['worker', 'lender']);
    expect(sidesBut(null)).toEqual(['worker', 'host', 'lender']);
  });

  it('hear the same', () => {
    expect(toEach(readersOf(direct), 'placementEnded', { host: '竹韵' })).toEqual([
      { to: { workerId: 'worker' }, link: '/my/placements', kind: 'placementEnded', params: { host: '竹韵' } },
      { to: { enterpriseId: 'host' }, link: '/host/placements', kind: 'placementEnded', params: { host: '竹韵' } },
    ]);
  });
});
