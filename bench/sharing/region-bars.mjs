import { bar } from '../bar.mjs';
import { planJointly } from '../../dist/src/orders/region-plan/joint-plan.js';
import { byWorth, secureOneByOne } from '../../dist/src/orders/region-plan/greedy-plan.js';
import { brokenPromise } from '../../dist/src/orders/region-plan/region-plan.js';
import solveProgram from '../../dist/src/matching/solver/program-thread.js';
import { regionOf } from './region.mjs';

/** Planning a region's orders jointly, against securing them one after the other. @param {number} count */
export async function regionBars(count) {
  const market = regionOf({ count });
  const worth = market.orders.reduce((sum, { value }) => sum + value, 0);
  const oneByOne = secureOneByOne(
    market,
    market.orders.map((_, o) => o),
  );
  const start = secureOneByOne(market, byWorth(market));
  const solve = (program, options) => solveProgram({ program, relativeGap: 0, start: undefined, ...options });
  const began = performance.now();
  const joint = await planJointly(market, solve, { timeLimitS: 60, relativeGap: 0.01, start });
  const seconds = (performance.now() - began) / 1000;
  console.log(`${count} made-up orders, ${market.supplies.length} shares:`);
  for (const [name, plan] of Object.entries({ 'one by one': oneByOne, 'the worthiest first': start, jointly: joint }))
    console.log(`  ${name}: ${plan.secured.length} orders, ${((plan.value / worth) * 100).toFixed(1)} % of the value`);
  console.log(`  jointly ${((joint.value / oneByOne.value - 1) * 100).toFixed(1)} % more value than one by one`);
  const fault = brokenPromise(market, joint);
  if (fault) throw new Error(fault);
  bar('joint plan, gap', joint.gap * 100, 1, '%');
  bar('joint plan, time', seconds, 60, 's');
}
