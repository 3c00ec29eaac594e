import { describe, expect, it } from 'vitest';
import { cursorOf } from '../graphql/connection.js';
import { placeOf, readableReason, refuseNotFailed } from './job-desk.rules.js';

describe('why a job failed', () => {
  it('is told without addresses and numbers of people', () => {
    expect(readableReason('550 <lin@example.cn> 13800001111 unknown, 350524199003070013')).toBe(
      '550 <[redacted]> [redacted] unknown, [redacted]',
    );
    expect(readableReason(undefined)).toBe('');
    expect(readableReason('x'.repeat(5_000))).toHaveLength(1_000);
  });
});

describe('a list of failed jobs', () => {
  it('goes on at a place', () => {
    expect(placeOf(undefined)).toBe(0);
    expect(placeOf(cursorOf('40'))).toBe(40);
    expect(() => placeOf(cursorOf('job-1'))).toThrow();
  });
});

describe('a job', () => {
  it('is run again only after it failed', () => {
    expect(refuseNotFailed(true)).toBeUndefined();
    expect(refuseNotFailed(false)).toMatchObject({ code: 'CONFLICT', field: 'input.jobId' });
  });
});
