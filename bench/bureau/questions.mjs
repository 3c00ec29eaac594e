const FIGURE = 'value numerator denominator';
const REPORT = `query ($input: IndicatorReportInput!) { indicatorReports(input: $input) {
  indicator { code } now { ${FIGURE} } before { ${FIGURE} } yearAgo { ${FIGURE} } series { ${FIGURE} } rows { key label ${FIGURE} } } }`;
const TIMES = 20;
const day = (ago) => new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10);
const past = (days) => ({ from: day(days - 1), until: day(0) });

/** What the screens ask: the board in each span, an indicator in each split, and how alerts look at it. */
function questions(codes, county, trade) {
  const one = (code, more) => ({ codes: [code], ...more });
  return {
    'board, 30 days by day': { codes, ...past(30), step: 'DAY' },
    'board, 13 weeks by week': { codes, ...past(91), step: 'WEEK' },
    'board, a year by month': { codes, ...past(365), step: 'MONTH' },
    'fill rate, a year, by region': one('FILL_RATE', { ...past(365), step: 'MONTH', groupBy: 'REGION' }),
    'fill rate, a year, by county': one('FILL_RATE', { ...past(365), groupBy: 'COUNTY' }),
    'fill rate, a year, by occupation': one('FILL_RATE', { ...past(365), groupBy: 'OCCUPATION' }),
    'fill rate, a year, by industry': one('FILL_RATE', { ...past(365), groupBy: 'INDUSTRY' }),
    'fill rate of an occupation, a year, by county': one('FILL_RATE', {
      ...{ ...past(365), step: 'MONTH', groupBy: 'COUNTY', occupationId: trade },
    }),
    'time to fill, a year, by occupation': one('TIME_TO_FILL', { ...past(365), groupBy: 'OCCUPATION' }),
    'wages accepted, 13 weeks, by county': one('WAGE_ACCEPTED', { ...past(91), step: 'WEEK', groupBy: 'COUNTY' }),
    'person-days, a year by day': one('PERSON_DAYS', { ...past(365), step: 'DAY' }),
    'a county’s board, 13 weeks': { codes, ...past(91), step: 'WEEK', regionId: county },
  };
}

/** Asks everything some times and prints the times; answers the slowest 95th percentile, in milliseconds. */
export async function askAll({ ask, client }, officer) {
  const { data } = await ask('{ indicators { code } }', {}, officer);
  const codes = data.indicators.map(({ code }) => code);
  const { rows } = await client.query('SELECT region_id, occupation_id FROM labour_need LIMIT 1');
  let slowest = 0;
  for (const [name, input] of Object.entries(questions(codes, rows[0].region_id, rows[0].occupation_id))) {
    const times = [];
    for (let n = 0; n < TIMES + 2; n++) {
      const began = performance.now();
      const answer = await ask(REPORT, { input }, officer);
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      // The first two warm it.
      if (n >= 2) times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const [median, p95] = [0.5, 0.95].map((share) => times[Math.ceil(share * TIMES) - 1]);
    slowest = Math.max(slowest, p95);
    console.log(
      `  ${name.padEnd(48)} ${Math.round(median).toString().padStart(6)} ms median ${Math.round(p95).toString().padStart(6)} ms p95`,
    );
  }
  return slowest;
}
