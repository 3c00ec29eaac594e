import { describe, expect, it } from 'vitest';
import { gains } from './outcome.rules';

const row = (seats: number, before: number, after: number, later = seats): Parameters<typeof gains>[0][number] => ({
  before: { seats, filled: before },
  after: { seats: later, filled: after },
});

describe('what would be otherwise', () => {
  it('is shown from the largest gain to the largest loss, without what stays', () => {
    const [lost, same, gained, opened] = [row(5, 3, 1), row(5, 3, 3), row(5, 0, 4), row(0, 0, 0, 10)];
    expect(gains([lost, same, gained, opened])).toEqual([gained, opened, lost]);
  });
});
