import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import * as bureau from '../bureau/index.js';
import * as capacity from '../capacity/index.js';
import * as directory from '../directory/index.js';
import * as labour from '../labour/index.js';
import * as materials from '../materials/index.js';
import * as orders from '../orders/index.js';
import { EVENT_HANDLER, type EventHandlerMark } from '../platform/queue/handlers.js';
import { tellers } from './tellers.js';

/** Events that are told to nobody, and why. */
const untold: Readonly<Record<string, string>> = {
  'bureau.bulletin.mail-asked': 'the report itself goes to the address',
  'capacity.request.published': 'the customer did it; owners are asked by holds',
  'capacity.window.published': 'the owner did it; the matching looks again',
  'capacity.window.withdrawn': 'the owner did it, or all its days are over',
  'directory.worker.changed': 'the worker or the employer changed it; matching looks again',
  'labour.availability.changed': 'matching looks again; a consent or an offer that ended is told by itself',
  'labour.blocks.changed': 'who blocked whom is never told',
  'labour.calendar-day.changed': 'a bureau did it; days of work are classified again',
  'labour.need.published': 'candidates are told by proposals and offers',
  'labour.need.changed': 'matching looks again; an offer carries the terms under which it was made',
  'labour.surplus.published': 'the lender did it; matching looks again',
  'materials.lot.published': 'the owner did it; the matching looks again',
  'materials.pool.opened': 'the organiser did it; nobody takes part yet',
  'materials.request.published': 'the requester did it; owners are asked by reservations',
  'orders.order.ended': 'the owner did it',
  'orders.order.placed': 'the owner did it; nobody is asked yet',
  'orders.order.secured': 'the owner did it; those asked are told by holds and offers',
};

const exported: readonly unknown[] = [labour, directory, materials, capacity, orders, bureau].flatMap((door) =>
  Object.values<unknown>(door),
);
const events = exported.flatMap((one) =>
  typeof one === 'function' && /^(labour|directory|materials|capacity|orders|bureau)\./.test(one.name)
    ? [one.name]
    : [],
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
