import { describe, expect, it } from 'vitest';
import { Program } from './program.js';
import solveProgram from './program-thread.js';

/** Two goods of 30 and 50 in profit, 40 and 50 hours; the second only from 5 on, if at all. */
function workshop(kind: 'integer' | 'continuous'): Program {
  const program = new Program();
  const chairs = program.column(30, 0, 100, kind);
  const tables = program.column(50, 0, 100, kind);
  program.row(-Infinity, 40, [
    [chairs, 1],
    [tables, 2],
  ]);
  program.row(-Infinity, 50, [
    [chairs, 2],
    [tables, 1],
  ]);
  return program;
}

describe('programmes', () => {
  const options = { timeLimitS: 10, relativeGap: 0, start: undefined };

  it('are solved to the optimum, and tell the bound', async () => {
    const outcome = await solveProgram({ program: workshop('integer').finish(), ...options });
    expect(outcome).toMatchObject({ objective: 1100, bound: 1100, isOptimal: true });
    expect([...(outcome.values ?? [])]).toEqual([20, 10]);
  });

  it('tell what a row is worth where nothing is whole', async () => {
    const { rowDual } = await solveProgram({ program: workshop('continuous').finish(), ...options });
    expect([...rowDual].map((worth) => Math.round(worth * 1000) / 1000)).toEqual([23.333, 3.333]);
  });

  it('know columns that are nothing or at least so much', async () => {
    const program = new Program();
    const least = program.column(1, 5, 100, 'semiinteger');
    program.row(-Infinity, 4, [[least, 1]]);
    const outcome = await solveProgram({ program: program.finish(), ...options });
    expect([...(outcome.values ?? [])]).toEqual([0]);
  });

  it('say so where there is no plan', async () => {
    const program = new Program();
    program.row(1, 1, [[program.column(1, 0, 0, 'integer'), 1]]);
    const outcome = await solveProgram({ program: program.finish(), ...options });
    expect(outcome).toMatchObject({ values: undefined, isOptimal: false });
  });

  it('begin with a plan that is given', async () => {
    const start = Float64Array.of(10, 15);
    const outcome = await solveProgram({ program: workshop('integer').finish(), ...options, timeLimitS: 10, start });
    expect(outcome.objective).toBe(1100);
  });
});
