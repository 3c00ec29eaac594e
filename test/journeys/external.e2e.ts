import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestDueExternal } from '../../src/bureau/external/external.jobs.js';
import { fetchExternal } from '../../src/bureau/external/external-fetches.service.js';
import { DAY_MS } from '../../src/platform/clock/clock.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { writeXlsx } from '../../src/platform/spreadsheet/index.js';
import { packStored } from '../../src/platform/spreadsheet/stored-zip.js';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { type DepartmentAnswer, DepartmentServer } from '../support/department-server.js';
import {
  externalCsv,
  externalFields,
  type ExternalRun,
  Externals,
  type ExternalSeries,
  monthFrom,
  saveExternalSeries,
} from '../support/external.js';
import { inDays, key } from '../support/facts.js';
import { later, startJob } from '../support/inbox.js';

const anxi = 'GB2260:350524';

describe('a bureau gathers what other departments count', () => {
  let app: TestApp;
  let department: DepartmentServer;
  let officer: Actor;
  let externals: Externals;
  let seriesId: string;
  let fetchedId: string;

  beforeAll(async () => {
    app = await TestApp.start({ EXTERNAL_ALLOW_PRIVATE: 'true' });
    department = await DepartmentServer.start();
    officer = await new Actors(app).officer(anxi);
    externals = new Externals(app, officer);
  });
  afterAll(async () => {
    await department.close();
    await app.close();
  });

  const rows = (from: number, to: number, value: (offset: number) => number): [string, number][] =>
    Array.from({ length: to - from + 1 }, (_, index) => [monthFrom(from + index).slice(0, 7), value(from + index)]);

  it('registers a series, and changes it', async () => {
    const made = await externals.save();
    seriesId = made.id;
    expect(made).toMatchObject({ name: 'Industrial electricity', region: { id: anxi }, source: 'MANUAL' });
    expect(made).toMatchObject({ lastValue: null, values: [], steps: ['MONTH', 'QUARTER', 'YEAR'], lastImport: null });
    expect(await externals.save({ externalSeriesId: seriesId, unit: '千千瓦时' })).toMatchObject({ unit: '千千瓦时' });
    const refusal = (changes: object): Promise<string> =>
      app.refusal(saveExternalSeries, { input: externals.terms(changes) }, { as: officer.token });
    expect(await refusal({})).toBe('CONFLICT');
    expect(await refusal({ code: 'small' })).toBe('VALIDATION_FAILED');
    expect(await refusal({ code: 'X1', regionId: 'GB2260:110000' })).toBe('NOT_FOUND');
    expect(await refusal({ code: 'X1', address: { ...address(), valuePointer: 'kwh' } })).toBe('VALIDATION_FAILED');
  });

  it('takes a sheet after a dry run; faulty rows are told at their cells', async () => {
    const bad = externalCsv([
      ...rows(-30, -29, () => 100),
      ['2026-13', 1],
      [monthFrom(-28).slice(0, 7), '很多'],
      [monthFrom(2), 1],
    ]);
    expect(await externals.send(seriesId, bad)).toMatchObject({
      ...{ accepted: 2, refused: 3, written: false },
      errors: [
        { line: 4, column: 'period', message: 'is no period of this cadence' },
        { line: 5, column: 'value', message: 'is not a number' },
        { line: 6, column: 'period', message: 'has not begun' },
      ],
    });
    expect((await externals.one(seriesId)).values).toEqual([]);
    expect(await externals.runs(seriesId)).toMatchObject([
      { state: 'FAILED', failure: 'FAULTY_ROWS', faults: [{ line: 4 }, {}, {}] },
    ]);
    const good = externalCsv(rows(-30, -20, (offset) => 1_000 + ((offset * 7) % 11)));
    expect(await externals.send(seriesId, good, { query: '?dryRun=true' })).toMatchObject({
      accepted: 11,
      written: false,
    });
    expect(await externals.send(seriesId, good)).toMatchObject({ accepted: 11, refused: 0, written: true });
    expect(await externals.send(seriesId, bad, { query: '?mode=good' })).toMatchObject({
      accepted: 2,
      refused: 3,
      written: true,
    });
    const [last] = await externals.runs(seriesId);
    expect(last).toMatchObject({ state: 'SUCCEEDED', rowsNew: 0, rowsChanged: 2, faults: [{}, {}, {}] });
  });

  it('takes a workbook; a value that is revised keeps what it was', async () => {
    const sheet = rows(-19, -3, (offset) => 1_000 + ((offset * 7) % 11));
    const workbook = await writeXlsx({ name: '用电', headers: ['月份', '数值'], rows: sheet });
    const [options, own] = [{ name: 'kwh.xlsx' }, { headers: { 'idempotency-key': key() } }];
    expect(await externals.send(seriesId, new Uint8Array(workbook), { ...options, ...own })).toMatchObject({
      accepted: 17,
      written: true,
    });
    expect(await externals.send(seriesId, new Uint8Array(workbook), { ...options, ...own })).toMatchObject({
      written: true,
    });
    const before = await externals.runs(seriesId);
    expect(before[0]).toMatchObject({ rowsNew: 17, rowsChanged: 0 });
    const at = monthFrom(-5);
    await externals.send(seriesId, externalCsv([[at, 1_777.25]]));
    await externals.send(seriesId, externalCsv([[at, 1_778]]));
    await externals.send(seriesId, externalCsv([[at, 1_778]]));
    expect((await externals.runs(seriesId)).slice(0, 3)).toMatchObject([
      { rowsChanged: 0 },
      { rowsChanged: 1 },
      { rowsChanged: 1 },
    ]);
    const { values } = await externals.one(seriesId);
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
    expect(await app.refusal(saveExternalSeries, { input: externals.terms(cadence) }, { as: officer.token })).toBe(
      'CONFLICT',
    );
  });

  it('says what is to be looked at: gaps, jumps, and that the next value is late', async () => {
    const { id: freshId } = await externals.save({ code: 'FRESH', lateDays: 60 });
    await externals.send(freshId, externalCsv([[monthFrom(-1), 1_001]]));
    const list = `{ externalSeries(first: 10) { edges { node { code ${externalFields} } } } }`;
    const { externalSeries } = await externals.ask<{ externalSeries: { edges: { node: ExternalSeries }[] } }>(list);
    const by = new Map(externalSeries.edges.map(({ node }) => [node.code, node]));
    expect(by.get('FRESH')?.quality).toMatchObject({ gapCount: 0, jumps: [], lateSince: null });
    const late = by.get('KWH_INDUSTRY')?.quality;
    // 100 became 1,000-odd after two months; one month was revised far up, so it jumps and falls back.
    expect(late?.jumps.map(({ firstDay }) => firstDay)).toEqual([monthFrom(-28), monthFrom(-5), monthFrom(-4)]);
    expect(late).toMatchObject({ gapCount: 0, lateSince: expect.stringMatching(/^\d{4}-\d{2}-1[56]$/) as string });
    await externals.send(seriesId, externalCsv([[monthFrom(-1), 1_003]]));
    expect((await externals.one(seriesId)).quality).toMatchObject({ gapCount: 1, gaps: [monthFrom(-2)] });
    const off = `mutation ($input: SwitchExternalSeriesInput!) { switchExternalSeries(input: $input) { isOn quality { lateSince } } }`;
    const input = { idempotencyKey: key(), externalSeriesId: seriesId, isOn: false };
    expect(await externals.ask(off, { input })).toMatchObject({ switchExternalSeries: { isOn: false } });
    expect((await externals.send(seriesId, externalCsv([[monthFrom(-1), 1]]))).error).toMatchObject({
      code: 'CONFLICT',
    });
    await externals.ask(off, { input: { ...input, idempotencyKey: key(), isOn: true } });
  });

  const address = (): object => ({
    ...{ url: department.url, rowsPointer: '/data/rows', periodPointer: '/month', valuePointer: '/kwh' },
  });
  const fetchNow = `mutation ($input: FetchExternalSeriesInput!) { fetchExternalSeries(input: $input) { id state } }`;
  const look = async (answer: DepartmentAnswer): Promise<ExternalRun | undefined> => {
    department.answer = answer;
    await externals.ask(fetchNow, { input: { idempotencyKey: key(), externalSeriesId: fetchedId } });
    await app.settle();
    return (await externals.runs(fetchedId))[0];
  };
  const json = (list: readonly object[]): string => JSON.stringify({ data: { rows: list } });

  it('fetches what a department publishes, row by row, and keeps why it could not', async () => {
    fetchedId = (await externals.save({ code: 'KWH_HTTP', address: address() })).id;
    const list = [
      { month: monthFrom(-3).slice(0, 7), kwh: 5 },
      { month: monthFrom(-2).slice(0, 7), kwh: '6.5' },
      { month: '?', kwh: 1 },
    ];
    expect(await look({ body: json(list) })).toMatchObject({
      ...{ state: 'SUCCEEDED', isByClock: false, rowsNew: 2, faults: [{ line: 3, column: 'period' }] },
    });
    expect((await externals.one(fetchedId)).lastValue).toEqual({ firstDay: monthFrom(-2), value: 6.5 });
    expect(department.asked[0]?.headers).toMatchObject({ accept: 'application/json' });
    expect(await look({ status: 503 })).toMatchObject({ failure: 'BAD_STATUS', failureText: 'It answered 503.' });
    expect(await look({ status: 302, location: 'http://169.254.169.254/' })).toMatchObject({ failure: 'REDIRECTED' });
    expect(await look({ body: '<html>' })).toMatchObject({ failure: 'NOT_JSON' });
    expect(await look({ body: '{}' })).toMatchObject({ failure: 'NO_ROWS' });
    expect(await look({ body: ' '.repeat(2_200_000) })).toMatchObject({ failure: 'TOO_LARGE' });
    expect(await look({ body: json([{ month: '2026', kwh: 1 }]) })).toMatchObject({ failure: 'FAULTY_ROWS' });
    expect(department.asked).toHaveLength(7);
    expect((await externals.one(fetchedId)).values).toHaveLength(2);
    const by = { input: { idempotencyKey: key(), externalSeriesId: seriesId } };
    expect(await app.refusal(fetchNow, by, { as: officer.token })).toBe('CONFLICT');
  });

  it('by the clock, once a day while a month is missing, and twice is as once', async () => {
    department.asked.length = 0;
    department.answer = { body: json([{ month: monthFrom(-1).slice(0, 7), kwh: 8 }]) };
    await startJob(app, requestDueExternal);
    await app.settle();
    expect(department.asked).toEqual([]);
    await later(app, DAY_MS + 1, async () => {
      await startJob(app, requestDueExternal);
      await startJob(app, requestDueExternal);
      await app.settle();
    });
    expect(department.asked).toHaveLength(1);
    const [run] = await externals.runs(fetchedId);
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

  it('does not exist for other bureaus, nor for anybody else', async () => {
    const actors = new Actors(app);
    for (const stranger of [await actors.officer('GB2260:350500'), await actors.officer(anxi)]) {
      const as = { as: stranger.token };
      expect(await app.refusal('query ($id: ID!) { externalSeriesById(id: $id) { id } }', { id: seriesId }, as)).toBe(
        'NOT_FOUND',
      );
      const imports = 'query ($id: ID!) { externalImports(externalSeriesId: $id) { pageInfo { endCursor } } }';
      expect(await app.refusal(imports, { id: seriesId }, as)).toBe('NOT_FOUND');
      expect((await externals.send(seriesId, externalCsv([[monthFrom(-1), 1]]), { as: stranger })).error).toMatchObject(
        { code: 'NOT_FOUND' },
      );
      const { externalSeries } = await app.ask<{ externalSeries: { edges: unknown[] } }>(
        '{ externalSeries { edges { cursor } } }',
        {},
        as,
      );
      expect(externalSeries.edges).toEqual([]);
    }
    const host = await actors.enterprise();
    expect((await externals.send(seriesId, externalCsv([[monthFrom(-1), 1]]), { as: host })).error).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('refuses a hostile file, and nothing of it is kept', async () => {
    const before = await externals.runs(seriesId);
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
      expect([name, (await externals.send(seriesId, content, { name })).error]).toMatchObject([
        name,
        { code: 'VALIDATION_FAILED' },
      ]);
    const formula = await externals.send(seriesId, `月份,数值\n${monthFrom(-1)},"=HYPERLINK(""http://x"")"`);
    expect(formula.errors).toMatchObject([{ line: 2, column: 'value' }]);
    const faces = await externals.send(seriesId, `月份,数值\nx${'😀'.repeat(39)},1`, {
      name: `a${'😀'.repeat(150)}.csv`,
    });
    expect(faces.errors).toMatchObject([{ line: 2, column: 'period' }]);
    expect(await externals.runs(seriesId)).toHaveLength(before.length + 2);
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
