import { readFileSync } from 'node:fs';

const TIMES = 20;
const day = (ago) => new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10);
const past = (days) => ({ from: day(days - 1), until: day(0) });
const ahead = (days) => ({ from: day(0), until: day(-days) });

/** The operations that the screens send, each with the fragments of its file, by name. */
const operations = new Map(
  ['indicators/indicators', 'forecast/forecast', 'flows/flows', 'bureau/wall', 'alerts/alerts'].flatMap((file) => {
    const text = readFileSync(new URL(`../../web/src/routes/${file}.graphql`, import.meta.url), 'utf8');
    return [...text.matchAll(/^query (\w+)/gm)].map(([, name]) => [name, { query: text, operationName: name }]);
  }),
);

/** What the screens ask: the operation and its variables, by what it is. */
function questions(codes, county, trade) {
  const board = (input) => ['IndicatorBoard', { input: { codes, ...input } }];
  const one = (code, input) => ['OneIndicator', { input: { codes: [code], ...input } }];
  const flows = (by, days) => ['LabourFlows', { flows: { ...past(days), by }, commuting: past(days) }];
  const wall = (days) => {
    const total = { ...ahead(days) };
    return ['Wall', { total, counties: { ...total, groupBy: 'COUNTY' }, below: { ...total, groupBy: 'REGION' } }];
  };
  return {
    'board, 30 days by day': board({ ...past(30), step: 'DAY' }),
    'board, 13 weeks by week': board({ ...past(91), step: 'WEEK' }),
    'board, a year by month': board({ ...past(365), step: 'MONTH' }),
    'fill rate, a year, by region': one('FILL_RATE', { ...past(365), step: 'MONTH', groupBy: 'REGION' }),
    'fill rate, a year, by county': one('FILL_RATE', { ...past(365), groupBy: 'COUNTY' }),
    'fill rate, a year, by occupation': one('FILL_RATE', { ...past(365), groupBy: 'OCCUPATION' }),
    'fill rate, a year, by industry': one('FILL_RATE', { ...past(365), groupBy: 'INDUSTRY' }),
    'fill rate, a year, by size of enterprises': one('FILL_RATE', { ...past(365), step: 'MONTH', groupBy: 'SIZE' }),
    'fill rate of an occupation, a year, by county': one('FILL_RATE', {
      ...{ ...past(365), step: 'MONTH', groupBy: 'COUNTY', occupationId: trade },
    }),
    'time to fill, a year, by occupation': one('TIME_TO_FILL', { ...past(365), groupBy: 'OCCUPATION' }),
    'wages accepted, 13 weeks, by county': one('WAGE_ACCEPTED', { ...past(91), step: 'WEEK', groupBy: 'COUNTY' }),
    'person-days, a year by day': one('PERSON_DAYS', { ...past(365), step: 'DAY' }),
    'a county’s board, 13 weeks': board({ ...past(91), step: 'WEEK', regionId: county }),
    'wall, 30 days ahead': wall(30),
    'wall, 90 days ahead': wall(90),
    'wall, trend of 8 weeks': ['WallTrend', { input: past(56) }],
    'wall, balance by occupation': ['WallBalance', { input: { on: day(0), first: 8 } }],
    'forecast, 8 weeks': ['ShortageOutlook', { weeks: 8 }],
    'forecast, by region': ['ShortageParts', { weeks: 8, splitBy: 'REGION' }],
    'forecast, by occupation': ['ShortageParts', { weeks: 8, splitBy: 'OCCUPATION' }],
    'forecast of a county’s occupation': ['ShortageOutlook', { weeks: 8, regionId: county, occupationId: trade }],
    'flows by industry, half a year': flows('INDUSTRY', 182),
    'flows by county, half a year': flows('COUNTY', 182),
    'flows by prefecture, a year': flows('PREFECTURE', 365),
    'alerts that are open': ['Alerts', { state: 'OPEN' }],
  };
}

/** Asks everything some times and prints the times; answers the slowest 95th percentile, in milliseconds. */
export async function askAll({ ask, client }, logIn) {
  const { data } = await ask('{ indicators { code } }', {}, await logIn());
  const codes = data.indicators.map(({ code }) => code);
  const { rows } = await client.query('SELECT region_id, occupation_id FROM labour_need LIMIT 1');
  let slowest = 0;
  const all = questions(codes, rows[0].region_id, rows[0].occupation_id);
  for (const [name, [operation, variables]] of Object.entries(all)) {
    const times = [];
    let cold = 0;
    // Sessions end after a quarter of an hour.
    const officer = await logIn();
    const document = operations.get(operation);
    for (let n = 0; n < TIMES + 2; n++) {
      const began = performance.now();
      const answer = await ask(document.query, variables, officer, document.operationName);
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      // The first two warm it.
      if (n === 0) cold = performance.now() - began;
      if (n >= 2) times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const [median, p95] = [0.5, 0.95].map((share) => times[Math.ceil(share * TIMES) - 1]);
    slowest = Math.max(slowest, p95);
    console.log(
      `  ${name.padEnd(48)} ${Math.round(median).toString().padStart(6)} ms median ${Math.round(p95).toString().padStart(6)} ms p95 ${Math.round(cold).toString().padStart(6)} ms the first time`,
    );
  }
  return slowest;
}
