import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import * as directory from '../directory/index.js';
import * as labour from '../labour/index.js';
import { EVENT_HANDLER, type EventHandlerMark } from '../platform/queue/handlers.js';
import { tellers } from './tellers.js';

/** Events that are told to nobody, and why. */
const untold: Readonly<Record<string, string>> = {
  'directory.worker.changed': 'the worker or the employer changed it; matching looks again',
  'labour.availability.changed': 'matching looks again; a consent or an offer that ended is told by itself',
  'labour.blocks.changed': 'who blocked whom is never told',
  'labour.need.published': 'candidates are told by proposals and offers',
  'labour.need.changed': 'matching looks again; an offer carries the terms under which it was made',
  'labour.surplus.published': 'the lender did it; matching looks again',
};

const exported: readonly unknown[] = [...Object.values(labour), ...Object.values(directory)];
const events = exported.flatMap((one) =>
  typeof one === 'function' && /^(labour|directory)\./.test(one.name) ? [one.name] : [],
);

const marks = tellers.flatMap(({ prototype }) =>
  Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    const mark: unknown = typeof method === 'function' ? Reflect.getMetadata(EVENT_HANDLER, method) : undefined;
    return mark === undefined ? [] : [mark as EventHandlerMark];
  }),
);
const told = marks.map(({ event }) => event);

describe('what happens', () => {
  it.each(events)('%s is told to those concerned, or concerns nobody for a reason', (name) => {
    expect(told.includes(name) || untold[name] !== undefined).toBe(true);
  });

  it('is told or untold, not both, and nothing stands here that never happens', () => {
    expect(Object.keys(untold).filter((name) => told.includes(name) || !events.includes(name))).toEqual([]);
    expect(told.filter((name) => !events.includes(name))).toEqual([]);
  });

  it('is told by one handler with a name of its own', () => {
    expect(new Set(told).size).toBe(told.length);
    expect(new Set(marks.map(({ handler }) => handler)).size).toBe(marks.length);
  });
});
