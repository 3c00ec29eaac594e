import type { Actor } from './actors.js';
import type { TestApp } from './app.js';
import { inDays, key } from './facts.js';

export interface ExternalSeries {
  readonly id: string;
  readonly code: string;
  readonly source: string;
  readonly lastValue: { firstDay: string; value: number } | null;
  readonly quality: { gapCount: number; gaps: string[]; jumps: { firstDay: string }[]; lateSince: string | null };
  readonly values: { firstDay: string; value: number; formerValue: number | null; revisions: number }[];
}
export interface ExternalRun {
  readonly id: string;
  readonly state: string;
  readonly failure: string | null;
  readonly failureText: string | null;
  readonly isByClock: boolean;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly faults: { line: number; column: string; message: string }[];
}
export interface UploadAnswer {
  readonly accepted: number;
  readonly refused: number;
  readonly written: boolean;
  readonly errors: { line: number; column: string; message: string }[];
  readonly error?: { code: string };
}

/** The first day of the month so many months from this one. */
export function monthFrom(offset: number): string {
  const [year = 0, now = 1] = inDays(0).split('-').map(Number);
  return new Date(Date.UTC(year, now - 1 + offset, 1)).toISOString().slice(0, 10);
}

/** So many months, as `2026-11`. */
export const monthsFrom = (offset: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => monthFrom(offset + at).slice(0, 7));

export const externalCsv = (rows: readonly (readonly [string, string | number])[]): string =>
  ['月份,数值', ...rows.map((row) => row.join(','))].join('\n');

export const externalFields = `id code name unit cadence source isOn steps region { id name } lastValue { firstDay value }
  recent { firstDay value } quality { gapCount gaps jumps { firstDay score } lateSince }
  values { firstDay value formerValue revisions } lastImport { state failure rowsRead rowsNew rowsChanged }`;
export const saveExternalSeries = `mutation ($input: SaveExternalSeriesInput!) { saveExternalSeries(input: $input) { ${externalFields} } }`;

/** What an officer does with external series, through the API. */
export class Externals {
  constructor(
    private readonly app: TestApp,
    private readonly officer: Actor,
  ) {}

  ask<T>(query: string, variables: object = {}): Promise<T> {
    return this.app.ask<T>(query, variables, { as: this.officer.token });
  }

  /** A monthly series that people bring, unless `changes` say otherwise. */
  terms(changes: object = {}): object {
    return {
      ...{ idempotencyKey: key(), code: 'KWH_INDUSTRY', nameZh: '工业用电量', nameEn: 'Industrial electricity' },
      ...{ department: '电力公司', unit: '万千瓦时', cadence: 'MONTH', aggregate: 'SUM', lateDays: 15 },
      ...changes,
    };
  }

  async save(changes: object = {}): Promise<ExternalSeries> {
    const input = this.terms(changes);
    return (await this.ask<{ saveExternalSeries: ExternalSeries }>(saveExternalSeries, { input })).saveExternalSeries;
  }

  async one(id: string): Promise<ExternalSeries> {
    const query = `query ($id: ID!) { externalSeriesById(id: $id) { ${externalFields} } }`;
    return (await this.ask<{ externalSeriesById: ExternalSeries }>(query, { id })).externalSeriesById;
  }

  /** Runs of a series, newest first. */
  async runs(id: string): Promise<ExternalRun[]> {
    const query = `query ($id: ID!) { externalImports(externalSeriesId: $id) { edges { node {
      id state failure failureText isByClock rowsNew rowsChanged faults { line column message } } } } }`;
    const data = await this.ask<{ externalImports: { edges: { node: ExternalRun }[] } }>(query, { id });
    return data.externalImports.edges.map(({ node }) => node);
  }

  /** Uploads a sheet of values. */
  async send(
    id: string,
    content: string | Uint8Array<ArrayBuffer>,
    { name = 'kwh.csv', query = '', as = this.officer, headers = {} } = {},
  ): Promise<UploadAnswer> {
    const form = new FormData();
    form.set('file', new Blob([content]), name);
    const sent = { authorization: `Bearer ${as.token}`, 'accept-language': 'en', ...headers };
    const response = await fetch(`${this.app.url}/imports/external/${id}${query}`, {
      ...{ method: 'POST', headers: sent, body: form },
    });
    return (await response.json()) as UploadAnswer;
  }
}
