import { expect, it } from 'vitest';
import { type Stated, standingOf } from './restrictions.rules';

const stated = (until: string | null): Stated => ({ hazards: ['HEAVY'], until });

it('a statement holds through its last day, or until it is taken back', () => {
  expect(standingOf({ hazards: [], until: null }, '2026-12-01')).toBe('none');
  expect(standingOf(stated(null), '2026-12-01')).toBe('holds');
  expect(standingOf(stated('2026-12-01'), '2026-12-01')).toBe('holds');
  expect(standingOf(stated('2026-11-30'), '2026-12-01')).toBe('over');
});
