import { expect, it } from 'vitest';
import { madeAt } from './ids.js';

it('an id tells when it was made', () => {
  expect(new Date(madeAt('019ab9c4-7c00-7000-8000-000000000000')).toISOString()).toBe('2025-11-25T06:47:33.120Z');
});
