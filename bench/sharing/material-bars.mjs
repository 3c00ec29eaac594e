import { bar } from '../bar.mjs';
import { smallFastRandom } from '../instances/random.mjs';
import { planMarket } from '../../dist/src/matching/materials/material-market.plan.js';
import { solve } from '../../dist/src/engine/index.js';

const KINDS = 24;
const FREIGHT = { fenPerTonneKm: 60, reachM: 300_000 };
const GRADES = ['A', 'B', 'C', 'reclaimed'];

/** As many lots as requests, over a province: as a plain transport, which is solved exactly, and with what breaks that form. */
export async function materialBars(count) {
  await matching(count, { isPlain: true });
  await matching(count, { isPlain: false });
}

/** @param {number} count @param {{isPlain: boolean}} form */
async function matching(count, { isPlain }) {
  const random = smallFastRandom(17);
  const place = () => ({ latitude: 24 + random.below(3_000) / 1000, longitude: 117 + random.below(3_000) / 1000 });
  const kind = () => `K${random.below(KINDS)}`;
  const lots = Array.from({ length: count }, (_, n) => ({
    ...{ lotId: `l${n}`, enterpriseId: `e${random.below(3_000)}`, kindId: kind(), baseUnit: 'kg', ...place() },
    ...{ grade: GRADES[random.below(4)], terms: random.below(5) === 0 ? 'loan' : 'sale' },
    ...{ available: String(50 + random.below(5_000)), minimumTake: isPlain ? '0' : String(random.below(20)) },
    ...{ priceFen: 400 + random.below(800), priceFactor: '1', loanDays: null },
  }));
  const requests = Array.from({ length: count }, (_, n) => ({
    ...{ requestId: `r${n}`, enterpriseId: `e${random.below(3_000)}`, kindIds: [kind()], ...place() },
    ...{ minimumGrade: GRADES[1 + random.below(3)], acceptsSale: true, acceptsLoan: random.below(2) === 0 },
    ...{
      unmet: String(50 + random.below(5_000)),
      ceilingFen: 900 + random.below(400),
      isUrgent: random.below(10) === 0,
    },
    splitAllowed: isPlain || random.below(5) > 0,
  }));
  const began = performance.now();
  const plans = await planMarket({ lots, requests, declined: new Set() }, FREIGHT, (problem) =>
    Promise.resolve(solve(problem)),
  );
  const seconds = (performance.now() - began) / 1000;
  const lost = plans.reduce((most, { plan }) => Math.max(most, plan.gap), 0);
  const sum = (of) => plans.reduce((total, plan) => total + of(plan), 0);
  console.log(`${count} lots, ${count} requests, ${KINDS} kinds: ${sum(({ edges }) => edges.lot.length)} ways,`,
    `${sum(({ met }) => met)} requests met, ${sum(({ partlyMet }) => partlyMet)} in part,`,
    `${plans.filter(({ plan }) => plan.isProven).length} of ${plans.length} groups proven`); // prettier-ignore
  const form = isPlain ? 'any part of any lot' : 'least quantities, one request in five wants one lot';
  bar(`material matching, ${form}, time`, seconds, 60, 's');
  if (isPlain)
    bar('material matching, kinds without a proof', plans.filter(({ plan }) => !plan.isProven).length, 0, 'kinds');
  else console.log(`  not filled for that: ${(lost * 100).toFixed(2)} % at most`);
}
