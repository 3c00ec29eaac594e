import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestDueExternal } from '../../src/bureau/external/external.jobs.js';
import { fetchExternal } from '../../src/bureau/external/external-fetches.service.js';
import { DAY_MS } from '../../src/platform/clock/clock.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { writeXlsx } from '../../src/platform/spreadsheet/index.js';
import { packStored } from '../../src/platform/spreadsheet/stored-zip.js';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deals.js';
import { type DepartmentAnswer, DepartmentServer } from '../support/department-server.js';
import { inDays, key } from '../support/facts.js';
import { later, startJob } from '../support/inbox.js';

const anxi = 'GB2260:350524';
const fields = `id code name unit cadence source isOn steps region { id name } lastValue { firstDay value }
  recent { firstDay value } quality { gapCount gaps jumps { firstDay score } lateSince }
  values { firstDay value formerValue revisions } lastImport { state failure rowsRead rowsNew rowsChanged }`;

interface Series {
  readonly id: string;
  readonly source: string;
  readonly lastValue: { firstDay: string; value: number } | null;
  readonly quality: { gapCount: number; gaps: string[]; jumps: { firstDay: string }[]; lateSince: string | null };
  readonly values: { firstDay: string; value: number; formerValue: number | null; revisions: number }[];
}
interface Run {
  readonly id: string;
  readonly state: string;
  readonly failure: string | null;
  readonly failureText: string | null;
  readonly isByClock: boolean;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly faults: { line: number; column: string; message: string }[];
}
interface Summary {
  readonly accepted: number;
  readonly refused: number;
  readonly written: boolean;
  readonly errors: { line: number; column: string; message: string }[];
  readonly error?: { code: string };
}

/** The first day of the month so many months from this one. */
function month(offset: number): string {
  const [year = 0, now = 1] = inDays(0).split('-').map(Number);
  return new Date(Date.UTC(year, now - 1 + offset, 1)).toISOString().slice(0, 10);
}
const csv = (rows: readonly (readonly [string, string | number])[]): string =>
  ['月份,数值', ...rows.map((row) => row.join(','))].join('\n');

describe('a bureau gathers what other departments count', () => {
  let app: TestApp;
  let department: DepartmentServer;
  let officer: Actor;
  let seriesId: string;
  let fetchedId: string;

  beforeAll(async () => {
    app = await TestApp.start({ EXTERNAL_ALLOW_PRIVATE: 'true' });
    department = await DepartmentServer.start();
    officer = await new Actors(app).officer(anxi);
  });
  afterAll(async () => {
    await department.close();
    await app.close();
  });

  const ask = <T>(query: string, variables: object = {}): Promise<T> =>
    app.ask<T>(query, variables, { as: officer.token });
  const saveQuery = `mutation ($input: SaveExternalSeriesInput!) { saveExternalSeries(input: $input) { ${fields} } }`;
  const terms = (changes: object = {}): object => ({
    ...{ idempotencyKey: key(), code: 'KWH_INDUSTRY', nameZh: '工业用电量', nameEn: 'Industrial electricity' },
    ...{ department: '电力公司', unit: '万千瓦时', cadence: 'MONTH', aggregate: 'SUM', lateDays: 15 },
    ...changes,
  });
  const save = async (changes: object = {}): Promise<Series> =>
    (await ask<{ saveExternalSeries: Series }>(saveQuery, { input: terms(changes) })).saveExternalSeries;
  const one = async (id = seriesId): Promise<Series> =>
    (
      await ask<{ externalSeriesById: Series }>(`query ($id: ID!) { externalSeriesById(id: $id) { ${fields} } }`, {
        id,
      })
    ).externalSeriesById;
  const runs = async (id: string): Promise<Run[]> => {
    const query = `query ($id: ID!) { externalImports(externalSeriesId: $id) { edges { node {
      id state failure failureText isByClock rowsNew rowsChanged faults { line column message } } } } }`;
    const data = await ask<{ externalImports: { edges: { node: Run }[] } }>(query, { id });
    return data.externalImports.edges.map(({ node }) => node);
  };
  const send = async (
    content: string | Uint8Array<ArrayBuffer>,
    { name = 'kwh.csv', query = '', id = seriesId, as = officer, headers = {} } = {},
  ): Promise<Summary> => {
    const form = new FormData();
    form.set('file', new Blob([content]), name);
    const sent = { authorization: `Bearer ${as.token}`, 'accept-language': 'en', ...headers };
    const response = await fetch(`${app.url}/imports/external/${id}${query}`, {
      ...{ method: 'POST', headers: sent, body: form },
    });
    return (await response.json()) as Summary;
  };
  const rows = (from: number, to: number, value: (offset: number) => number): [string, number][] =>
    Array.from({ length: to - from + 1 }, (_, index) => [month(from + index).slice(0, 7), value(from + index)]);

  it('registers a series, and changes it', async () => {
    const made = await save();
    seriesId = made.id;
    expect(made).toMatchObject({ name: 'Industrial electricity', region: { id: anxi }, source: 'MANUAL' });
    expect(made).toMatchObject({ lastValue: null, values: [], steps: ['MONTH', 'QUARTER', 'YEAR'], lastImport: null });
    expect(await save({ externalSeriesId: seriesId, unit: '千千瓦时' })).toMatchObject({ unit: '千千瓦时' });
    const refusal = (changes: object): Promise<string> =>
      app.refusal(saveQuery, { input: terms(changes) }, { as: officer.token });
    expect(await refusal({})).toBe('CONFLICT');
    expect(await refusal({ code: 'small' })).toBe('VALIDATION_FAILED');
    expect(await refusal({ code: 'X1', regionId: 'GB2260:110000' })).toBe('NOT_FOUND');
    expect(await refusal({ code: 'X1', address: { ...address(), valuePointer: 'kwh' } })).toBe('VALIDATION_FAILED');
  });

  it('takes a sheet after a dry run; faulty rows are told at their cells', async () => {
    const bad = csv([...rows(-30, -29, () => 100), ['2026-13', 1], [month(-28).slice(0, 7), '很多'], [month(2), 1]]);
    expect(await send(bad)).toMatchObject({
      ...{ accepted: 2, refused: 3, written: false },
      errors: [
        { line: 4, column: 'period', message: 'is no period of this cadence' },
        { line: 5, column: 'value', message: 'is not a number' },
        { line: 6, column: 'period', message: 'has not begun' },
      ],
    });
    expect((await one()).values).toEqual([]);
    expect(await runs(seriesId)).toMatchObject([
      { state: 'FAILED', failure: 'FAULTY_ROWS', faults: [{ line: 4 }, {}, {}] },
    ]);
    const good = csv(rows(-30, -20, (offset) => 1_000 + ((offset * 7) % 11)));
    expect(await send(good, { query: '?dryRun=true' })).toMatchObject({ accepted: 11, written: false });
    expect(await send(good)).toMatchObject({ accepted: 11, refused: 0, written: true });
    expect(await send(bad, { query: '?mode=good' })).toMatchObject({ accepted: 2, refused: 3, written: true });
    const [last] = await runs(seriesId);
    expect(last).toMatchObject({ state: 'SUCCEEDED', rowsNew: 0, rowsChanged: 2, faults: [{}, {}, {}] });
  });

  it('takes a workbook; a value that is revised keeps what it was', async () => {
    const sheet = rows(-19, -3, (offset) => 1_000 + ((offset * 7) % 11));
    const workbook = await writeXlsx({ name: '用电', headers: ['月份', '数值'], rows: sheet });
    const [options, own] = [{ name: 'kwh.xlsx' }, { headers: { 'idempotency-key': key() } }];
    expect(await send(new Uint8Array(workbook), { ...options, ...own })).toMatchObject({ accepted: 17, written: true });
    expect(await send(new Uint8Array(workbook), { ...options, ...own })).toMatchObject({ written: true });
    const before = await runs(seriesId);
    expect(before[0]).toMatchObject({ rowsNew: 17, rowsChanged: 0 });
    const at = month(-5);
    await send(csv([[at, 1_777.25]]));
    await send(csv([[at, 1_778]]));
    await send(csv([[at, 1_778]]));
    expect((await runs(seriesId)).slice(0, 3)).toMatchObject([
      { rowsChanged: 0 },
      { rowsChanged: 1 },
      { rowsChanged: 1 },
    ]);
    const { values } = await one();
    expect(values).toHaveLength(28);
    expect(values.find(({ firstDay }) => firstDay === at)).toMatchObject({
      ...{ value: 1_778, formerValue: 1_777.25, revisions: 2 },
    });
    const kept = await app.db.rows(
      'SELECT former_value::float8 AS value FROM external_revision WHERE first_day = $1 ORDER BY import_id',
      [at],
    );
    expect(kept).toMatchObject([{}, { value: 1_777.25 }]);
    await expect(app.db.rows('UPDATE external_revision SET former_value = 0')).rejects.toThrow('never rewritten');
    const cadence = { externalSeriesId: seriesId, cadence: 'WEEK' };
    expect(await app.refusal(saveQuery, { input: terms(cadence) }, { as: officer.token })).toBe('CONFLICT');
  });

  it('says what is to be looked at: gaps, jumps, and that the next value is late', async () => {
    await send(csv([[month(-1), 1_001]]), { id: (await save({ code: 'FRESH', lateDays: 60 })).id });
    const list = `{ externalSeries(first: 10) { edges { node { code ${fields} } } } }`;
    const { externalSeries } = await ask<{ externalSeries: { edges: { node: Series & { code: string } }[] } }>(list);
    const by = new Map(externalSeries.edges.map(({ node }) => [node.code, node]));
    expect(by.get('FRESH')?.quality).toMatchObject({ gapCount: 0, jumps: [], lateSince: null });
    const late = by.get('KWH_INDUSTRY')?.quality;
    // 100 became 1,000-odd after two months; one month was revised far up, so it jumps and falls back.
    expect(late?.jumps.map(({ firstDay }) => firstDay)).toEqual([month(-28), month(-5), month(-4)]);
    expect(late).toMatchObject({ gapCount: 0, lateSince: expect.stringMatching(/^\d{4}-\d{2}-1[56]$/) as string });
    await send(csv([[month(-1), 1_003]]));
    expect((await one()).quality).toMatchObject({ gapCount: 1, gaps: [month(-2)] });
    const off = `mutation ($input: SwitchExternalSeriesInput!) { switchExternalSeries(input: $input) { isOn quality { lateSince } } }`;
    const input = { idempotencyKey: key(), externalSeriesId: seriesId, isOn: false };
    expect(await ask(off, { input })).toMatchObject({ switchExternalSeries: { isOn: false } });
    expect((await send(csv([[month(-1), 1]]))).error).toMatchObject({ code: 'CONFLICT' });
    await ask(off, { input: { ...input, idempotencyKey: key(), isOn: true } });
  });

  const address = (): object => ({
    ...{ url: department.url, rowsPointer: '/data/rows', periodPointer: '/month', valuePointer: '/kwh' },
  });
  const fetchNow = `mutation ($input: FetchExternalSeriesInput!) { fetchExternalSeries(input: $input) { id state } }`;
  const look = async (answer: DepartmentAnswer): Promise<Run | undefined> => {
    department.answer = answer;
    await ask(fetchNow, { input: { idempotencyKey: key(), externalSeriesId: fetchedId } });
    await app.settle();
    return (await runs(fetchedId))[0];
  };
  const json = (list: readonly object[]): string => JSON.stringify({ data: { rows: list } });

  it('fetches what a department publishes, row by row, and keeps why it could not', async () => {
    fetchedId = (await save({ code: 'KWH_HTTP', address: address() })).id;
    const list = [
      { month: month(-3).slice(0, 7), kwh: 5 },
      { month: month(-2).slice(0, 7), kwh: '6.5' },
      { month: '?', kwh: 1 },
    ];
    expect(await look({ body: json(list) })).toMatchObject({
      ...{ state: 'SUCCEEDED', isByClock: false, rowsNew: 2, faults: [{ line: 3, column: 'period' }] },
    });
    expect((await one(fetchedId)).lastValue).toEqual({ firstDay: month(-2), value: 6.5 });
    expect(department.asked[0]?.headers).toMatchObject({ accept: 'application/json' });
    expect(await look({ status: 503 })).toMatchObject({ failure: 'BAD_STATUS', failureText: 'It answered 503.' });
    expect(await look({ status: 302, location: 'http://169.254.169.254/' })).toMatchObject({ failure: 'REDIRECTED' });
    expect(await look({ body: '<html>' })).toMatchObject({ failure: 'NOT_JSON' });
    expect(await look({ body: '{}' })).toMatchObject({ failure: 'NO_ROWS' });
    expect(await look({ body: ' '.repeat(2_200_000) })).toMatchObject({ failure: 'TOO_LARGE' });
    expect(await look({ body: json([{ month: '2026', kwh: 1 }]) })).toMatchObject({ failure: 'FAULTY_ROWS' });
    expect(department.asked).toHaveLength(7);
    expect((await one(fetchedId)).values).toHaveLength(2);
    const by = { input: { idempotencyKey: key(), externalSeriesId: seriesId } };
    expect(await app.refusal(fetchNow, by, { as: officer.token })).toBe('CONFLICT');
  });

  it('by the clock, once a day while a month is missing, and twice is as once', async () => {
    department.asked.length = 0;
    department.answer = { body: json([{ month: month(-1).slice(0, 7), kwh: 8 }]) };
    await startJob(app, requestDueExternal);
    await app.settle();
    expect(department.asked).toEqual([]);
    await later(app, DAY_MS + 1, async () => {
      await startJob(app, requestDueExternal);
      await startJob(app, requestDueExternal);
      await app.settle();
    });
    expect(department.asked).toHaveLength(1);
    const [run] = await runs(fetchedId);
    expect(run).toMatchObject({ isByClock: true, rowsNew: 1, state: 'SUCCEEDED' });
    await app.db.transaction((tx) => app.jobs.get(Outbox).requestJob(tx, fetchExternal, { importId: run?.id ?? '' }));
    await app.settle();
    expect(department.asked).toHaveLength(1);
    await later(app, 2 * DAY_MS, async () => {
      await startJob(app, requestDueExternal);
      await app.settle();
    });
    // The month before this one is there: nothing is missing until this one is over.
    if (inDays(2).slice(0, 7) === inDays(0).slice(0, 7)) expect(department.asked).toHaveLength(1);
  });

  it('stands beside an own indicator, with what goes together at which delay', async () => {
    const actors = new Actors(app);
    const host = await actors.enterprise();
    const heads = [3, 9, 4, 12, 5, 7, 15, 6, 11, 8, 14, 10, 13];
    const needId = await new Deals(app).need(host, { headcount: 1, startsOn: inDays(0) });
    // By SQL: what is past cannot be published.
    for (const [index, headcount] of heads.entries())
      await app.db.rows(
        `INSERT INTO labour_need SELECT (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'headcount', $2::int,
           'starts_on', $3::date, 'ends_on', $3::date + 20, 'published_at', $3::date, 'created_at', $3::date))).* FROM labour_need n WHERE id = $1`,
        [needId, headcount, month(index - 13)],
      );
    await app.settle();
    const kwhId = (await save({ code: 'KWH_JOINT' })).id;
    // The heads of each month come two months after the electricity.
    await send(csv(heads.map((count, index) => [month(index - 15), count * 10 + 500])), { id: kwhId });
    const query = `query ($input: JointSeriesInput!) { jointSeries(input: $input) { step points { from external own }
      values { lag n r noise } changes { lag n r } strongestOfValues { lag n r } strongestOfChanges { lag r } indicator { code } } }`;
    const input = { externalSeriesId: kwhId, indicator: 'DEMAND', from: month(-15), until: inDays(0) };
    const { jointSeries } = await ask<{ jointSeries: Joint }>(query, { input });
    expect(jointSeries).toMatchObject({ step: 'MONTH', indicator: { code: 'DEMAND' } });
    expect(jointSeries.points).toHaveLength(15);
    expect(jointSeries.points.slice(-2)).toMatchObject([
      { external: null, own: 10 },
      { external: null, own: 13 },
    ]);
    expect(jointSeries.strongestOfValues).toMatchObject({ lag: 2, n: 13 });
    expect(jointSeries.strongestOfValues?.r).toBeCloseTo(1, 9);
    expect(jointSeries.strongestOfChanges?.lag).toBe(2);
    expect(jointSeries.values.find(({ lag }) => lag === -6)).toMatchObject({ n: 7, r: null, noise: null });
    const quarters = await ask<{ jointSeries: Joint }>(query, { input: { ...input, step: 'QUARTER' } });
    expect(quarters.jointSeries.points.length).toBeLessThanOrEqual(5);
    expect(quarters.jointSeries.strongestOfValues).toBeNull();
    const refusal = (changes: object): Promise<string> =>
      app.refusal(query, { input: { ...input, ...changes } }, { as: officer.token });
    expect(await refusal({ step: 'WEEK' })).toBe('VALIDATION_FAILED');
    expect(await refusal({ indicator: 'NO_SUCH' })).toBe('VALIDATION_FAILED');
    expect(await refusal({ from: inDays(1), until: inDays(9) })).toBe('VALIDATION_FAILED');
    expect(await refusal({ regionId: 'GB2260:110000' })).toBe('NOT_FOUND');
  });
  interface Lag {
    readonly lag: number;
    readonly n: number;
    readonly r: number | null;
  }
  interface Joint {
    readonly points: { external: number | null; own: number | null }[];
    readonly values: Lag[];
    readonly strongestOfValues: Lag | null;
    readonly strongestOfChanges: Lag | null;
  }

  it('does not exist for other bureaus, nor for anybody else', async () => {
    const actors = new Actors(app);
    for (const stranger of [await actors.officer('GB2260:350500'), await actors.officer(anxi)]) {
      const as = { as: stranger.token };
      expect(await app.refusal('query ($id: ID!) { externalSeriesById(id: $id) { id } }', { id: seriesId }, as)).toBe(
        'NOT_FOUND',
      );
      const imports = 'query ($id: ID!) { externalImports(externalSeriesId: $id) { pageInfo { endCursor } } }';
      expect(await app.refusal(imports, { id: seriesId }, as)).toBe('NOT_FOUND');
      expect((await send(csv([[month(-1), 1]]), { as: stranger })).error).toMatchObject({ code: 'NOT_FOUND' });
      const { externalSeries } = await app.ask<{ externalSeries: { edges: unknown[] } }>(
        '{ externalSeries { edges { cursor } } }',
        {},
        as,
      );
      expect(externalSeries.edges).toEqual([]);
    }
    const host = await actors.enterprise();
    expect((await send(csv([[month(-1), 1]]), { as: host })).error).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses a hostile file, and nothing of it is kept', async () => {
    const before = await runs(seriesId);
    const macros = packStored(
      new Map([
        ['xl/vbaProject.bin', Buffer.from('x')],
        ['xl/workbook.xml', Buffer.from('<workbook/>')],
      ]),
    );
    for (const [content, name] of [
      [new Uint8Array(macros), 'macros.xlsx'],
      [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 255, 255]), 'broken.xlsx'],
      ['', 'empty.csv'],
      ['a,b\n1,2', 'other.csv'],
    ] as const)
      expect([name, (await send(content, { name })).error]).toMatchObject([name, { code: 'VALIDATION_FAILED' }]);
    const formula = await send(`月份,数值\n${month(-1)},"=HYPERLINK(""http://x"")"`);
    expect(formula.errors).toMatchObject([{ line: 2, column: 'value' }]);
    expect(await runs(seriesId)).toHaveLength(before.length + 1);
  });
});

describe('without leave to read private addresses', () => {
  let app: TestApp;
  let officer: Actor;
  let department: DepartmentServer;

  beforeAll(async () => {
    app = await TestApp.start();
    department = await DepartmentServer.start();
    officer = await new Actors(app).officer(anxi);
  });
  afterAll(async () => {
    await department.close();
    await app.close();
  });

  it('none is registered, and one that is there is not read', async () => {
    const pointers = { rowsPointer: '', periodPointer: '/m', valuePointer: '/v' };
    const save = 'mutation ($input: SaveExternalSeriesInput!) { saveExternalSeries(input: $input) { id } }';
    const input = {
      ...{ code: 'X1', nameZh: '一', nameEn: 'One', department: '一', unit: '一', cadence: 'MONTH', aggregate: 'SUM' },
      lateDays: 1,
    };
    for (const url of [
      department.url,
      'https://127.0.0.1/',
      'https://169.254.169.254/',
      'file:///etc/passwd',
      'https://a@b.example/',
    ]) {
      const asked = { input: { ...input, idempotencyKey: key(), address: { url, ...pointers } } };
      expect([url, await app.refusal(save, asked, { as: officer.token })]).toEqual([url, 'VALIDATION_FAILED']);
    }
    const plain = { input: { ...input, idempotencyKey: key() } };
    const { saveExternalSeries } = await app.ask<{ saveExternalSeries: { id: string } }>(save, plain, {
      as: officer.token,
    });
    await app.db.rows(
      `UPDATE external_series SET source = 'http', url = $2, rows_pointer = '', period_pointer = '/m', value_pointer = '/v' WHERE id = $1`,
      [saveExternalSeries.id, department.url],
    );
    await startJob(app, requestDueExternal);
    await app.settle();
    expect(await app.db.rows('SELECT state, failure FROM external_import')).toEqual([
      { state: 'failed', failure: 'ADDRESS_REFUSED' },
    ]);
    expect(department.asked).toEqual([]);
  });
});
