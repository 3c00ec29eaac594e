import pg from 'pg';
import { bar } from '../bar.mjs';
import { planJointly } from '../../dist/src/orders/region-plan/joint-plan.js';
import { byWorth, secureOneByOne } from '../../dist/src/orders/region-plan/greedy-plan.js';
import { marketOf } from '../../dist/src/orders/region-plan/region-market.js';
import { readRegion } from '../../dist/src/orders/region-plan/region-plan.loader.js';
import solveProgram from '../../dist/src/matching/solver/program-thread.js';
import { openServer } from './server.mjs';

const REGION = 'GB2260:350500';
const REACH_M = 300_000;

/** The order guarantee rate of the demo region, the more the more is shared. */
export async function demoBars() {
  const server = await openServer({});
  const pool = new pg.Pool({ connectionString: server.url });
  try {
    const db = { rows: async (sql, values) => (await pool.query(sql, values)).rows };
    const { rows } = await server.client.query(
      `SELECT count(*)::int AS orders FROM production_order o JOIN region_ancestor a ON a.region_id = o.region_id AND a.ancestor_id = $1 WHERE o.state = 'open'`,
      [REGION],
    );
    const [{ orders }] = rows;
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { lacks, shares } = await readRegion(db, REGION, today);
    // Orders counted, not their value: the rate is one of orders.
    const market = marketOf(lacks, shares, { materialReachM: REACH_M, byNumber: true });
    const inOrder = market.orders.map((_, o) => o);
    const own = orders - market.orders.length;
    const solve = (program, options) => solveProgram({ program, relativeGap: 0, start: undefined, ...options });
    const jointlyOf = async (legs) => {
      const only = withLegs(market, legs);
      return planJointly(only, solve, {
        timeLimitS: 60,
        relativeGap: 0.01,
        start: secureOneByOne(only, byWorth(only)),
      });
    };
    const all = ['labour', 'material', 'capacity'];
    const joint = await jointlyOf(all);
    const rates = {
      'nothing shared': 0,
      'people shared': (await jointlyOf(['labour'])).secured.length,
      'people and materials': (await jointlyOf(['labour', 'material'])).secured.length,
      'all three, one by one': secureOneByOne(market, inOrder).secured.length,
      'all three, jointly': joint.secured.length,
    };
    console.log(`demo region, ${orders} orders, of which ${own} need nobody:`);
    for (const [name, secured] of Object.entries(rates))
      console.log(`  ${name}: ${own + secured} guaranteed, ${(((own + secured) / orders) * 100).toFixed(1)} %`);
    bar('demo region, orders not guaranteed when planned jointly', (1 - (own + joint.secured.length) / orders) * 100, 10, '%'); // prettier-ignore
    bar('demo region, gap', joint.gap * 100, 1, '%');
  } finally {
    await pool.end();
    await server.close();
  }
}

/** The market in which only these legs are shared. */
function withLegs(market, legs) {
  const isShared = market.supplies.map(({ leg }) => legs.includes(leg));
  const orders = market.orders.map((order) => ({
    ...order,
    requirements: order.requirements.map((one) => ({ ...one, supplies: one.supplies.filter((s) => isShared[s]) })),
  }));
  return { ...market, orders };
}
