import { expect, it } from 'vitest';
import { ruleBook } from '../labour/index.js';
import { ruleEvidence, rulesIn, testsIn } from './rule-evidence.js';

/**
 * Rules said to be enforced whose code or whose test is not there yet. It may only get shorter: a rule that has both
 * and still stands here fails the test too.
 */
const missing: readonly string[] = [];

it('finds rules where code refuses by them or names them', () => {
  expect(rulesIn(`return breaks('R16', messages.x);`)).toEqual(['R16']);
  expect(rulesIn(`breaks(\n    'R8',\n    messages.y)`)).toEqual(['R8']);
  expect(rulesIn('/** R14: the clock. */ // consent comes first (R5, R6).')).toEqual(['R14', 'R5', 'R6']);
  expect(rulesIn('const R5 = 1;')).toEqual([]);
});

it('finds tests by the rules that their names begin with', () => {
  expect(testsIn(`it('R14 injury clock is shown', () => {})`)).toEqual([['R14', 'R14 injury clock is shown']]);
  expect(testsIn(`describe("R5, R6 consent", () => {})`).map(([id]) => id)).toEqual(['R5', 'R6']);
  expect(testsIn(`it('after R5', () => {})`)).toEqual([]);
});

it('every rule that is enforced has code and a test named after it', async () => {
  const evidence = await ruleEvidence('.');
  const without = ruleBook
    .filter(({ effect }) => effect === 'enforced')
    .flatMap(({ id }) => [
      ...((evidence.get(id)?.code.length ?? 0) > 0 ? [] : [`${id} code`]),
      ...((evidence.get(id)?.tests.length ?? 0) > 0 ? [] : [`${id} test`]),
    ]);
  expect(without).toEqual(missing);
});
