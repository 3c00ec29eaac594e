import { describe, expect, it } from 'vitest';
import { refuseUncoveredLoan } from './employment.rules.js';

const contract = { startsOn: '2026-01-01', endsOn: '2026-12-31', isDispatched: false };
const loan = { startsOn: '2026-06-01', endsOn: '2026-12-31' };

describe('the labour contract under a loan', () => {
  it('R1 must be stated, and hold from the first day', () => {
    expect(refuseUncoveredLoan(undefined, loan)).toMatchObject({ code: 'RULE_VIOLATED', rule: 'R1' });
    expect(refuseUncoveredLoan({ ...contract, startsOn: '2026-06-02' }, loan)).toMatchObject({ rule: 'R1' });
    expect(refuseUncoveredLoan(contract, loan)).toBeUndefined();
  });

  it('R2 must hold to the last day, unless it is open-ended', () => {
    expect(refuseUncoveredLoan({ ...contract, endsOn: '2026-12-30' }, loan)).toMatchObject({
      rule: 'R2',
      params: { endsOn: '2026-12-30' },
    });
    expect(refuseUncoveredLoan({ ...contract, endsOn: null }, loan)).toBeUndefined();
  });

  it('R3 must be the lender’s own', () => {
    expect(refuseUncoveredLoan({ ...contract, isDispatched: true }, loan)).toMatchObject({ rule: 'R3' });
  });
});
