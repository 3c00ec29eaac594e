import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SinkHeap } from './sink-heap.js';

/** Distances before and after, of which some are the same. */
const changes = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 40 });

describe('the heap of sinks', () => {
  it('gives the nearest first and, among equally near ones, the lowest index, also after distances fell', () => {
    const property = fc.property(changes, (pairs) => {
      const distance = Float64Array.from(pairs, ([before]) => before);
      const heap = new SinkHeap(distance);
      for (const sink of distance.keys()) heap.rise(sink);
      for (const [sink, [before, after]] of pairs.entries()) {
        distance[sink] = Math.min(before, after);
        heap.rise(sink);
      }
      const expected = [...distance.keys()].sort((a, b) => (distance[a] ?? 0) - (distance[b] ?? 0) || a - b);
      expect(expected.map(() => heap.pop())).toEqual(expected);
      expect(heap.nearest()).toBe(Infinity);
    });
    fc.assert(property, { numRuns: 500, seed: 9 });
  });

  it('can be cleared and used again', () => {
    const heap = new SinkHeap(Float64Array.of(3, 2, 1));
    for (const sink of [0, 1, 2]) heap.rise(sink);
    heap.clear();
    expect(heap.nearest()).toBe(Infinity);
    heap.rise(1);
    expect([heap.nearest(), heap.pop()]).toEqual([2, 1]);
  });
});
