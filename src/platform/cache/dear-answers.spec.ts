import { describe, expect, it } from 'vitest';
import { Clock } from '../clock/clock.js';
import { DearAnswers } from './dear-answers.js';

class SetClock extends Clock {
  ms = 0;
  override now(): Date {
    return new Date(this.ms);
  }
}

/** Counts one up each time; `dearMs` 0 makes every answer dear. */
function counted(dearMs: number): {
  clock: SetClock;
  ask: (question?: string) => Promise<number>;
  failures: unknown[];
  fail: (is: boolean) => void;
} {
  const [clock, failures] = [new SetClock(), [] as unknown[]];
  const answers = new DearAnswers<number>(clock, { dearMs, freshMs: 100, staleMs: 1_000 }, (error) =>
    failures.push(error),
  );
  let [counts, isFailing] = [0, false];
  const count = (): Promise<number> => (isFailing ? Promise.reject(new Error('down')) : Promise.resolve(++counts));
  const ask = async (question = 'q'): Promise<number> => (await answers.get(question, count)).answer;
  return { clock, ask, failures, fail: (is) => (isFailing = is) };
}

describe('answers that are dear to count', () => {
  it('are given out while new, then once more while counted behind, and never when old', async () => {
    const { clock, ask } = counted(0);
    expect(await ask()).toBe(1);
    clock.ms = 99;
    expect(await ask()).toBe(1);
    clock.ms = 100;
    expect(await ask()).toBe(1);
    expect(await ask()).toBe(2);
    clock.ms = 1_100;
    expect(await ask()).toBe(3);
  });

  it('are counted once for all who ask at the same time, and apart by question', async () => {
    const { clock, ask } = counted(0);
    await ask();
    clock.ms = 5_000;
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([2, 2, 2]);
    expect(await ask('another')).toBe(3);
  });

  it('are counted each time where they are cheap', async () => {
    const { ask } = counted(60_000);
    expect([await ask(), await ask()]).toEqual([1, 2]);
  });

  it('stay as they were where a count behind fails, which is told; one that is waited for fails', async () => {
    const { clock, ask, failures, fail } = counted(0);
    await ask();
    fail(true);
    clock.ms = 500;
    expect(await ask()).toBe(1);
    await expect.poll(() => failures.length).toBe(1);
    clock.ms = 5_000;
    await expect(ask()).rejects.toThrow('down');
    fail(false);
    expect(await ask()).toBe(2);
  });
});
