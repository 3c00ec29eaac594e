import { expect, it } from 'vitest';
import { defineTransitions, refuseTransition } from './transition.js';

it('a table with a state that nothing leads to does not load', () => {
  expect(() => defineTransitions<'a' | 'b' | 'c'>('a', { a: ['b'], b: [], c: ['b'] })).toThrow('unreachable states: c');
});

it('an illegal step names the state and what is allowed', () => {
  const table = defineTransitions<'a' | 'b'>('a', { a: ['b'], b: [] });
  expect(refuseTransition(table, 'a', 'b')).toBeUndefined();
  expect(refuseTransition(table, 'b', 'a')).toMatchObject({
    code: 'ILLEGAL_TRANSITION',
    params: { state: 'b', next: 'a' },
    allowed: [],
  });
});
