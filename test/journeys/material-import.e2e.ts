import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays } from '../support/facts.js';
import { Materials } from '../support/materials.js';

interface Summary {
  readonly accepted: number;
  readonly refused: number;
  readonly written: boolean;
  readonly errors: { readonly line: number; readonly column: string }[];
}

const headers = ['品种', '数量', '单位', '等级', '方式', '单价', '借期天数', '可供截止日期', '最小起订量'];
const until = inDays(40);
const wire = ['铁线 2 mm', '1.2', '吨', 'B', '出借', '', '60', until, '100.5'];
const rattan = ['rattan-core-8', '800', '', 'A级', '', '14.50', '', until, ''];
const csv = (rows: readonly (readonly string[])[]): string => [headers, ...rows].map((row) => row.join(',')).join('\n');

describe('an owner brings lots by spreadsheet', () => {
  let app: TestApp;
  let owner: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    owner = await new Actors(app).enterprise('安溪藤料行');
  });
  afterAll(() => app.close());

  const upload = async (text: string, query = '', token = owner.token): Promise<Response> => {
    const form = new FormData();
    form.set('file', new Blob([text]), 'lots.csv');
    const sent = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
    return fetch(`${app.url}/imports/lots${query}`, { method: 'POST', headers: sent, body: form });
  };
  const summary = async (text: string, query = ''): Promise<Summary> =>
    (await upload(text, query)).json() as Promise<Summary>;
  const lots = (): Promise<object[]> =>
    app.db.rows(
      `SELECT kind_id AS kind, quantity::float8, minimum_take::float8 AS least, grade, terms, price_fen AS fen, loan_days AS days, region_id AS region
       FROM material_lot ORDER BY id`,
    );

  it('by the names of kinds and units, where the enterprise is', async () => {
    const right = csv([wire.with(8, '0.1'), rattan]);
    expect(await summary(right, '?dryRun=true')).toMatchObject({ accepted: 2, written: false });
    expect(await lots()).toEqual([]);
    // The least take is 100.5 t of a lot of 1.2 t.
    expect(await summary(csv([wire, rattan]))).toMatchObject({
      ...{ accepted: 1, refused: 1, written: false },
      errors: [{ line: 2, column: 'minimumTake' }],
    });
    expect(await summary(right)).toMatchObject({ accepted: 2, refused: 0, written: true });
    expect(await summary(right)).toMatchObject({ written: true });
    const region = 'GB2260:350524';
    expect(await lots()).toMatchObject([
      { kind: 'IRON-WIRE-2', quantity: 1200, least: 100, grade: 'B', terms: 'loan', fen: null, days: 60, region },
      { kind: 'RATTAN-CORE-8', quantity: 800, least: 0, grade: 'A', terms: 'sale', fen: 1450, days: null, region },
    ]);
    expect(await new Materials(app).faultsOfLedger()).toEqual([]);
  });

  it('each fault is told at its cell, and the good rows go in alone where that is wanted', async () => {
    const bad = [
      rattan.with(0, '月球石'),
      rattan.with(2, 'roll'),
      rattan.with(4, 'loan'),
      rattan.with(5, ''),
      rattan.with(7, '2020-01-01'),
      rattan.with(1, '1.00001'),
      rattan.with(3, 'Z'),
      rattan,
    ];
    const { errors, ...told } = await summary(csv(bad), '?mode=good');
    expect(told).toMatchObject({ accepted: 1, refused: 7, written: true });
    expect(errors.toSorted((a, b) => a.line - b.line).map(({ line, column }) => `${String(line)} ${column}`)).toEqual([
      '2 kind',
      '3 unit',
      '4 price',
      '5 price',
      '6 availableUntil',
      '7 quantity',
      '8 grade',
    ]);
    expect(await lots()).toHaveLength(3);
  });

  it('only an enterprise does, and a thousand rows go in at once', async () => {
    const worker = await new Actors(app).idleWorker();
    expect((await upload(csv([rattan]), '', worker.token)).status).toBe(403);
    const many = Array.from({ length: 1_200 }, (_, at) => rattan.with(1, String(at + 1)));
    expect(await summary(csv(many))).toMatchObject({ accepted: 1_200, written: true });
    expect(await lots()).toHaveLength(1_203);
  });
});
