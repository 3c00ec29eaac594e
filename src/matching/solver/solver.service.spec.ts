import { afterAll, describe, expect, it } from 'vitest';
import { EngineInputError, NetworkBuilder, type Problem, solve } from '../../engine/index.js';
import { Solver } from './solver.service.js';

/** `pieces` rings of workers and places, each worker with a choice of three places. */
function rings(pieces: number, size: number): Problem {
  const builder = new NetworkBuilder();
  for (let i = 0; i < pieces * size; i++) {
    builder.addSource(1);
    builder.addSink(1, 1 + (i % 3));
  }
  for (let i = 0; i < pieces * size; i++)
    for (const step of [0, 1, 7]) {
      const first = i - (i % size);
      builder.addEdge(i, first + ((i - first + step) % size), (i * 7919 + step * 104_729) % 10_001);
    }
  return builder.finish();
}

describe('the solver', () => {
  const solver = new Solver();
  afterAll(() => solver.onApplicationShutdown());

  it('solves in another thread, as well as in this one, while this one goes on', async () => {
    const problem = rings(3, 4000);
    const solving = solver.solve(problem);
    const ticks = Array.from({ length: 100 }, () => new Promise((resolve) => setImmediate(resolve)));
    expect(await Promise.race([solving, Promise.all(ticks).then(() => 'still here')])).toBe('still here');
    const { score, filledByClass } = solve(problem);
    expect(await solving).toMatchObject({ proven: true, score, filledByClass });
  });

  it('solves a large problem of several pieces in parts', async () => {
    const problem = rings(9, 400);
    const { score, filledByClass } = solve(problem);
    expect(await solver.solve(problem, { splitFrom: 0 })).toMatchObject({ proven: true, score, filledByClass });
  });

  it('tells how it goes, and stops when asked', async () => {
    const stop = new AbortController();
    const phases = new Set<string>();
    const onProgress = ({ phase }: { phase: string }): void => {
      phases.add(phase);
      stop.abort();
    };
    expect(await solver.solve(rings(1, 200_000), { signal: stop.signal, onProgress })).toMatchObject({ proven: false });
    expect(phases).toContain('read');
    expect(await solver.solve(rings(1, 50_000), { timeBudgetMs: 0 })).toMatchObject({ proven: false });
  });

  it('passes on what is wrong with a problem', async () => {
    const problem = rings(1, 10);
    const wrong = solver.solve({ ...problem, sink: problem.sink.map((t) => t + 1) });
    await expect(wrong).rejects.toThrow(new EngineInputError('INDEX_OUT_OF_RANGE', 'Edge 8 leads to sink 10 of 10'));
    await expect(wrong).rejects.toBeInstanceOf(EngineInputError);
  });
});
