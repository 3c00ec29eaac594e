import { describe, expect, it } from 'vitest';
import { allocationWith, flowOf } from '../../test/support/sketch.js';
import { type Allocation, type Duals, NetworkBuilder, solve, verify } from './index.js';

/** Two workers for two places at one sink, a third for another; the first could go to either. */
const builder = new NetworkBuilder();
for (let s = 0; s < 3; s++) builder.addSource(1);
builder.addSink(2, 2);
builder.addSink(2, 1);
builder.addEdge(0, 0, 900);
builder.addEdge(0, 1, 400);
builder.addEdge(1, 0, 500);
builder.addEdge(2, 1, 300);
const problem = builder.finish();
const { duals, proven, ...plan } = solve(problem);

function faultOf(change: Partial<Allocation>, priceChange: Partial<Duals> = {}): string {
  const verdict = verify(problem, { ...plan, ...change }, { ...duals, ...priceChange });
  return verdict.ok ? 'none' : verdict.fault;
}

describe('verify', () => {
  it('accepts the plan and prices that solve returns', () => {
    expect(proven).toBe(true);
    expect(flowOf(problem, plan)).toEqual([1, 0, 1, 1]);
    expect(faultOf({})).toBe('none');
  });

  it('refuses a plan with one unit dropped, though its totals agree', () => {
    const dropped = allocationWith(problem, [1, 0, 1, 0]);
    expect(faultOf(dropped)).toBe('Source 2 moves 0 of 1 but has price 60301');
  });

  it('refuses a plan with one unit moved to a worse edge, though its totals agree', () => {
    const moved = allocationWith(problem, [0, 1, 1, 1]);
    expect(faultOf(moved)).toMatch(/^(Edge|Sink|Source) /);
  });

  it('refuses a plan that moves more than there is, or less than nothing', () => {
    expect(faultOf(allocationWith(problem, [1, 0, 1, 2]))).toBe('Source 2 moves 2 of 1');
    expect(faultOf(allocationWith(problem, [1, 0, -1, 1]))).toBe('Edge 2 carries -1');
  });

  it('refuses totals that the flow does not have', () => {
    expect(faultOf({ score: 1701 })).toBe('The score is 1700, not 1701');
    expect(faultOf({ filled: 4 })).toBe('3 units are filled, not 4');
    expect(faultOf({ filledByClass: [0, 2, 1] })).toBe('Class 1 has 1 units filled, not 2');
    expect(faultOf({ filledByClass: [] })).toBe('Class 1 has 1 units filled, not undefined');
  });

  it('refuses prices that prove nothing', () => {
    const free = { sourcePrice: new Float64Array(3), sinkPrice: new Float64Array(2) };
    expect(faultOf({}, free)).toBe("Edge 0 is worth 900, more than its ends' prices allow");
    const dear = { sourcePrice: duals.sourcePrice.map((price) => price + 1) };
    expect(faultOf({}, dear)).toMatch(/is used but is worth/);
    expect(faultOf({}, { sourcePrice: duals.sourcePrice.with(1, 0.5) })).toMatch(
      /^Source 1 has price 0.5, not an integer/,
    );
    expect(faultOf({}, { sinkPrice: duals.sinkPrice.with(1, -1) })).toMatch(/^Sink 1 has price -1/);
    expect(faultOf({}, { sinkPrice: duals.sinkPrice.with(0, NaN) })).toMatch(/^Sink 0 has price NaN/);
    expect(faultOf({}, { sinkPrice: duals.sinkPrice.with(0, Infinity) })).toMatch(/^Sink 0 has price Infinity/);
    expect(faultOf({}, { classStep: 1 })).toBe("classStep is 1, the problem's is 60001");
  });

  it('refuses arrays that belong to another problem', () => {
    expect(faultOf({ units: new Int32Array(2) })).toBe('units has 2 entries, expected 3');
    expect(faultOf({ edge: Int32Array.of(0, 2, 4) })).toBe('Place 2 names edge 4, which is no edge or out of order');
    expect(faultOf({ edge: Int32Array.of(2, 0, 3) })).toBe('Place 1 names edge 0, which is no edge or out of order');
    expect(faultOf({}, { sourcePrice: new Float64Array(2) })).toBe('sourcePrice has 2 entries, expected 3');
    expect(faultOf({}, { sinkPrice: new Float64Array(3) })).toBe('sinkPrice has 3 entries, expected 2');
  });
});
