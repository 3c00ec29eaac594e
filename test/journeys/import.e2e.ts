import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable, writeXlsx } from '../../src/platform/spreadsheet/index.js';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';

interface Summary {
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly written: boolean;
  readonly errors: {
    readonly line: number;
    readonly column: string;
    readonly code: string;
    readonly message: string;
  }[];
}

const headers = ['编号', '工种', '人数', '工资', '计薪单位', '开始日期', '结束日期', '地区', '纬度', '经度', '说明'];
const good = (changes: Record<string, string | number> = {}): (string | number)[] => {
  const row: Record<string, string | number> = {
    ...{
      编号: 'A-1',
      工种: '藤编工',
      人数: 2,
      工资: '24.50',
      计薪单位: '小时',
      开始日期: inDays(3),
      结束日期: inDays(30),
    },
    ...{ 地区: 'GB2260:350524', 纬度: 25.05, 经度: 118.18, 说明: '' },
    ...changes,
  };
  return headers.map((header) => row[header] ?? '');
};
const csv = (rows: (string | number)[][], names: string[] = headers): string =>
  [names, ...rows].map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n');

describe('enterprises bring spreadsheets', () => {
  let app: TestApp;
  let host: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    host = await new Actors(app).enterprise();
  });
  afterAll(() => app.close());

  const upload = (
    bytes: string | Uint8Array,
    query = '',
    { kind = 'needs', name = 'needs.csv', token = host.token, headers: more = {} } = {},
  ): Promise<Response> => {
    const form = new FormData();
    form.set('file', new Blob([bytes as BlobPart]), name);
    return fetch(`${app.url}/imports/${kind}${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...more },
      body: form,
    });
  };
  const summary = async (response: Promise<Response>): Promise<Summary> => (await response).json() as Promise<Summary>;
  const countNeeds = async (): Promise<number> =>
    (await app.db.rows<{ n: number }>('SELECT count(*)::int AS n FROM labour_need'))[0]?.n ?? 0;

  it('a CSV with Chinese headers becomes needs that are matched like any other', async () => {
    expect(await summary(upload(csv([good(), good({ 编号: 'A-2', 工种: 'GJ:RT-WELD' })])))).toMatchObject({
      rows: 2,
      accepted: 2,
      refused: 0,
      written: true,
    });
    await app.settle();
    const rows = await app.db.rows(
      'SELECT reference, occupation_id, headcount, wage_fen, wage_unit, region_id, state FROM labour_need ORDER BY reference',
    );
    expect(rows).toMatchObject([
      {
        reference: 'A-1',
        occupation_id: 'GJ:RT-WEAVE',
        headcount: 2,
        wage_fen: 2450,
        wage_unit: 'hour',
        region_id: 'GB2260:350524',
        state: 'open',
      },
      { reference: 'A-2', occupation_id: 'GJ:RT-WELD' },
    ]);
    expect(await app.db.rows(`SELECT 1 FROM match_run WHERE state = 'succeeded'`)).not.toEqual([]);
  });

  it('the same file again writes nothing more; another key does', async () => {
    const before = await countNeeds();
    const file = csv([good({ 编号: 'B' })]);
    await upload(file);
    await upload(file);
    expect(await countNeeds()).toBe(before + 1);
    await upload(file, '', { headers: { 'idempotency-key': key() } });
    expect(await countNeeds()).toBe(before + 2);
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['UTF-8 with BOM', () => new TextEncoder().encode(`\uFEFF${csv([good()])}`), 'n.csv'],
    ['UTF-16', () => Buffer.from(`\uFEFF${csv([good()])}`, 'utf16le'), 'n.csv'],
    [
      'English headers',
      () =>
        new TextEncoder().encode(
          csv(
            [['X', 'GJ:RT-WEAVE', 1, '30', 'hour', inDays(1), inDays(9)]],
            ['reference', 'occupation', 'headcount', 'wage', 'wage_unit', 'start_date', 'end_date'],
          ),
        ),
      'n.csv',
    ],
    ['XLSX', () => writeXlsx({ name: '需求', headers, rows: [good()] }), 'n.xlsx'],
  ])('%s is read', async (_name, bytes, name) => {
    expect(await summary(upload(await bytes(), '?dryRun=true', { name }))).toMatchObject({
      rows: 1,
      accepted: 1,
      refused: 0,
      written: false,
      errors: [],
    });
  });

  const faulty = (): string =>
    csv([
      good({ 编号: 'C' }),
      good({ 工种: '宇航员' }),
      good({ 人数: 0 }),
      good({ 结束日期: '2020-01-01' }),
      good({ 地区: 'GB2260:999999' }),
      good({ 说明: '限女性' }),
      good({ 工资: 'much' }),
    ]);

  it('every faulty row is named with its line and why, and one fault stops the whole file', async () => {
    const before = await countNeeds();
    const answer = await summary(upload(faulty()));
    expect(answer).toMatchObject({ rows: 7, accepted: 1, refused: 6, written: false });
    expect([...new Set(answer.errors.map(({ line }) => line))].sort()).toEqual([3, 4, 5, 6, 7, 8]);
    expect(answer.errors.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['occupation', 'headcount', 'endsOn', 'region', 'description', 'wage']),
    );
    expect(await countNeeds()).toBe(before);
  });

  it('good rows go in alone when the caller says so, and a dry run never writes', async () => {
    const before = await countNeeds();
    expect(await summary(upload(faulty(), '?mode=good&dryRun=true'))).toMatchObject({ written: false });
    expect(await countNeeds()).toBe(before);
    expect(await summary(upload(faulty(), '?mode=good'))).toMatchObject({ accepted: 1, written: true });
    expect(await countNeeds()).toBe(before + 1);
  });

  it('the table comes back as it was read, so that its rows can be repaired and sent again', async () => {
    interface WithTable extends Summary {
      readonly table: { headers: string[]; rows: { line: number; cells: string[] }[]; isCut: boolean };
      readonly errors: (Summary['errors'][number] & { header: string })[];
    }
    const check = async (file: string): Promise<WithTable> =>
      (await summary(upload(file, '?dryRun=true&table=true'))) as WithTable;
    const { table, errors, written } = await check(faulty());
    expect([written, table.headers, table.isCut, table.rows.length]).toEqual([false, headers, false, 7]);
    expect(table.rows[1]).toEqual({ line: 3, cells: good({ 工种: '宇航员' }).map(String) });
    expect(errors.map(({ line, header }) => [line, header])).toEqual(
      expect.arrayContaining([
        [3, '工种'],
        [4, '人数'],
        [5, '结束日期'],
        [6, '地区'],
        [7, '说明'],
        [8, '工资'],
      ]),
    );
    const repaired = table.rows.map(({ line, cells }) =>
      line === 2 ? cells : good({ 说明: '他说 "来",\n我说 \'=1' }).map(String),
    );
    expect(await check(csv(repaired))).toMatchObject({ accepted: 7, errors: [], table: { isCut: false } });
    expect(await summary(upload(csv([good()]), '?dryRun=true'))).not.toHaveProperty('table');
  });

  it('a table too long to be repaired in place says so', async () => {
    const rows = Array.from({ length: 1_200 }, () => good({ 说明: 'x'.repeat(1_900) }));
    const answer = (await (await upload(csv(rows), '?dryRun=true&table=true')).json()) as {
      rows: number;
      table: { rows: object[]; isCut: boolean };
    };
    expect(answer).toMatchObject({ rows: 1_200, table: { isCut: true } });
    expect(answer.table.rows.length).toBeLessThan(1_200);
  });

  it('an option that does not exist is refused before anything is written', async () => {
    const before = await countNeeds();
    for (const option of ['?table=some', '?report=pdf'])
      expect((await upload(csv([good({ 编号: option })]), option)).status).toBe(422);
    expect(await countNeeds()).toBe(before);
  });

  it('a missing column is told by the headers it is found by', async () => {
    const response = await upload(csv([['x']], ['人数']));
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain('职业 / 工种');
  });

  it('the error report is a spreadsheet with the rows to correct', async () => {
    const response = await upload(faulty(), '?report=xlsx&dryRun=true');
    const report = await readTable(new Uint8Array(await response.arrayBuffer()), 'errors.xlsx');
    expect(report.headers.slice(-2)).toEqual(['line', 'errors']);
    expect(report.rows).toHaveLength(6);
    expect(report.rows.map(({ cells }) => cells.at(-1)).join()).toContain('discriminatory');
  });

  it('what is exported comes back in, and no cell is a formula', async () => {
    await upload(csv([good({ 编号: '=HYPERLINK("x")', 说明: '+1 @home' })]));
    for (const format of ['csv', 'xlsx']) {
      const response = await fetch(`${app.url}/exports/needs.${format}`, {
        headers: { authorization: `Bearer ${host.token}` },
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (format === 'csv') expect(new TextDecoder().decode(bytes)).toContain(`'=HYPERLINK`);
      const again = await summary(upload(bytes, '?dryRun=true', { name: `needs.${format}` }));
      expect(again.errors).toEqual([]);
      expect(again.accepted).toBe(await countNeeds());
    }
  });

  it('surplus comes as head-counts: one listing, unnamed heads', async () => {
    const names = ['工种', '技能等级', '人数', '工资', '计薪单位', '可用开始日期', '可用结束日期', '通勤半径公里'];
    const rows = [
      ['藤编工', 3, 5, '21', '小时', inDays(0), inDays(60), 20],
      ['打磨抛光工', 2, 4, '20', '小时', inDays(0), inDays(60), 15],
    ];
    expect(await summary(upload(csv(rows, names), '', { kind: 'surplus' }))).toMatchObject({
      accepted: 2,
      written: true,
    });
    const [listing] = await app.db.rows<{ listings: number; heads: number; named: number }>(
      `SELECT count(DISTINCT l.listing_id)::int AS listings, count(a.id)::int AS heads, count(p.worker_id)::int AS named
       FROM surplus_line l JOIN availability a ON a.surplus_line_id = l.id LEFT JOIN worker_person p ON p.worker_id = a.worker_id`,
    );
    expect(listing).toEqual({ listings: 1, heads: 9, named: 0 });
  });

  it('hostile files and callers are refused with a typed error', async () => {
    const codeOf = async (response: Promise<Response>): Promise<unknown> =>
      ((await (await response).json()) as { error?: { code?: string } }).error?.code;
    expect(await codeOf(upload('x'.repeat(6_000_000)))).toBe('VALIDATION_FAILED');
    expect(await codeOf(upload('PK\u0003\u0004 not a workbook', '', { name: 'a.xlsx' }))).toBe('VALIDATION_FAILED');
    expect(await codeOf(upload(''))).toBe('VALIDATION_FAILED');
    expect(
      await codeOf(
        upload(
          csv(
            [good()],
            headers.map((header) => `x${header}`),
          ),
        ),
      ),
    ).toBe('VALIDATION_FAILED');
    expect(await codeOf(upload(csv([good()]), '?mode=some'))).toBe('VALIDATION_FAILED');
    expect(await codeOf(upload(csv([good()]), '', { kind: 'people' }))).toBe('VALIDATION_FAILED');
    const worker = await new Actors(app).idleWorker();
    expect(await codeOf(upload(csv([good()]), '', { token: worker.token }))).toBe('FORBIDDEN');
    expect(await codeOf(fetch(`${app.url}/imports/needs`, { method: 'POST' }))).toBe('UNAUTHENTICATED');
    expect(await codeOf(fetch(`${app.url}/exports/needs.csv`))).toBe('UNAUTHENTICATED');
    const unverified = await new Actors(app).unverifiedEnterprise();
    expect(await codeOf(upload(csv([good()]), '', { token: unverified.token }))).toBe('RULE_VIOLATED');
  });

  it('ten thousand rows are taken', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => good({ 编号: `M-${n}`, 人数: 1 }));
    expect(await summary(upload(csv(rows)))).toMatchObject({ rows: 10_000, accepted: 10_000, written: true });
    expect(await summary(upload(csv([...rows, good()]), '?dryRun=true'))).not.toMatchObject({ written: true });
  });
});
