import { describe, expect, it } from '@jest/globals';
import { toldOfLapse } from './notification.rules.js';

const worker = { workerId: 'worker' };
const host = { enterpriseId: 'host' };
const lender = { enterpriseId: 'lender' };
const loan = { workerId: 'worker', hostId: 'host', lenderId: 'lender' };
const direct = { ...loan, lenderId: null };
const nobody = { enterpriseId: null };

describe('of an offer that lapsed', () => {
  it('everybody hears when it expired', () => {
    expect(toldOfLapse({ ...loan, state: 'expired' })).toEqual([worker, host, lender]);
    expect(toldOfLapse({ ...direct, state: 'expired' })).toEqual([worker, host, nobody]);
  });

  it('the host that withdrew it is not told', () => {
    expect(toldOfLapse({ ...loan, state: 'withdrawn' })).toEqual([worker, lender]);
    expect(toldOfLapse({ ...direct, state: 'withdrawn' })).toEqual([worker, nobody]);
  });

  it('the worker who declined a direct offer is not told; of a loan either may have declined', () => {
    expect(toldOfLapse({ ...direct, state: 'declined' })).toEqual([host]);
    expect(toldOfLapse({ ...loan, state: 'declined' })).toEqual([worker, host, lender]);
  });
});
