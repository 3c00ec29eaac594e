import { describe, expect, it } from 'vitest';
import { refuseBarredWork, refusePastUntil } from './restriction.rules.js';

describe('a statement of what work is not for one', () => {
  it('holds until today or a later day, or without an end', () => {
    expect(refusePastUntil('2026-10-01', '2026-10-01')).toBeUndefined();
    expect(refusePastUntil('2027-01-01', '2026-10-01')).toBeUndefined();
    expect(refusePastUntil(null, '2026-10-01')).toBeUndefined();
  });

  it('is refused where its last day is over', () => {
    expect(refusePastUntil('2026-09-30', '2026-10-01')).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'input.until',
    });
  });
});

describe('R15 barred work', () => {
  it('is refused at the field that named it', () => {
    expect(refuseBarredWork(true, 'input.needId')).toMatchObject({ rule: 'R15', field: 'input.needId' });
    expect(refuseBarredWork(false, 'input.needId')).toBeUndefined();
  });
});
