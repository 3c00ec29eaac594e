import { Injectable } from '@nestjs/common';
import { Enterprises, Occupations, Regions } from '../../directory/index.js';
import { Database, type Tx } from '../../platform/database/database.js';

/** What a row says about codes, whatever kind of row it is. */
export interface CodedRow {
  readonly employer?: string | null;
  readonly occupation: string;
  readonly occupationScheme?: string | null;
  readonly occupationName?: string | null;
  readonly region?: string | null;
  readonly regionScheme?: string | null;
  readonly regionName?: string | null;
  readonly regionParent?: string | null;
  readonly latitude?: string | null;
  readonly longitude?: string | null;
}

/** Finds what the codes and names of rows mean. */
export interface CodeBook {
  occupationOf(row: CodedRow): string | undefined;
  regionOf(row: CodedRow): string | undefined;
}

const employerScheme = 'NAME';

/** Codes of our own schemes are looked up; codes of foreign schemes are made when the operator says so. */
@Injectable()
export class ImportCodes {
  constructor(
    private readonly db: Database,
    private readonly regions: Regions,
    private readonly occupations: Occupations,
    private readonly enterprises: Enterprises,
  ) {}

  async book(tx: Tx, rows: readonly CodedRow[]): Promise<CodeBook> {
    const occupations = await this.db.rows<{ id: string; code: string; zh: string; en: string }>(
      'SELECT id, code, name_zh AS zh, lower(name_en) AS en FROM occupation',
      [],
      tx,
    );
    const byText = new Map(
      occupations.flatMap(
        ({ id, code, zh, en }) =>
          [
            [id, id],
            [`GJ:${code}`, id],
            ...(id.startsWith('GJ:')
              ? [
                  [code, id],
                  [zh, id],
                  [en, id],
                ]
              : []),
          ] as [string, string][],
      ),
    );
    const wanted = rows.map((row) => regionId(row)).filter((id) => id !== undefined);
    const known = await this.db.rows<{ id: string }>(
      'SELECT id FROM region WHERE id = ANY($1)',
      [[...new Set(wanted)]],
      tx,
    );
    const regions = new Set(known.map(({ id }) => id));
    return {
      occupationOf: (row) =>
        byText.get(occupationId(row)) ?? byText.get(row.occupation) ?? byText.get(row.occupation.toLowerCase()),
      regionOf: (row) => {
        const id = regionId(row);
        return id !== undefined && regions.has(id) ? id : undefined;
      },
    };
  }

  /** Makes the regions (under a root of their scheme, so that the scheme is one labour market), occupations and employers that rows name. */
  async create(tx: Tx, rows: readonly CodedRow[]): Promise<Map<string, string>> {
    const foreign = rows.filter((row) => row.regionScheme && row.occupationScheme);
    await this.regions.createCustom(tx, customRegions(foreign));
    await this.occupations.createCustom(
      tx,
      unique(
        foreign.map((row) => ({
          scheme: row.occupationScheme ?? '',
          code: row.occupation,
          family: 'custom',
          nameZh: row.occupationName ?? row.occupation,
          nameEn: row.occupationName ?? row.occupation,
        })),
        ({ code }) => code,
      ),
    );
    const employers = unique(
      foreign.flatMap((row) =>
        row.employer
          ? [
              {
                registrationScheme: employerScheme,
                registrationCode: employerCode(row.employer),
                name: row.employer,
                industryId: null,
                regionId: regionId(row) ?? '',
                latitude: Number(row.latitude),
                longitude: Number(row.longitude),
              },
            ]
          : [],
      ),
      ({ registrationCode }) => registrationCode,
    );
    const ids = await this.enterprises.createImported(tx, employers);
    return new Map(
      employers.map(({ name, registrationCode }) => [
        employerCode(name),
        ids.get(`${employerScheme}:${registrationCode}`) ?? '',
      ]),
    );
  }
}

/** The same employer however its name is spaced or cased. */
export function employerCode(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,]+/g, ' ')
    .trim();
}

const occupationId = ({ occupation, occupationScheme }: CodedRow): string =>
  occupation.includes(':') ? occupation : `${occupationScheme ?? 'GJ'}:${occupation}`;

function regionId({ region, regionScheme }: CodedRow): string | undefined {
  if (!region) return undefined;
  return region.includes(':') ? region : `${regionScheme ?? 'GB2260'}:${region}`;
}

function customRegions(rows: readonly CodedRow[]) {
  const counties = rows.flatMap((row) => {
    const scheme = row.regionScheme ?? '';
    const parent = row.regionParent ? `${scheme}:${row.regionParent}` : `${scheme}:ALL`;
    return [
      {
        scheme,
        code: 'ALL',
        parentId: null,
        level: 'country' as const,
        nameZh: scheme,
        nameEn: scheme,
        latitude: null,
        longitude: null,
      },
      ...(row.regionParent
        ? [
            {
              scheme,
              code: row.regionParent,
              parentId: `${scheme}:ALL`,
              level: 'province' as const,
              nameZh: row.regionParent,
              nameEn: row.regionParent,
              latitude: null,
              longitude: null,
            },
          ]
        : []),
      {
        scheme,
        code: row.region ?? '',
        parentId: parent,
        level: 'county' as const,
        nameZh: row.regionName ?? row.region ?? '',
        nameEn: row.regionName ?? row.region ?? '',
        latitude: Number(row.latitude),
        longitude: Number(row.longitude),
      },
    ];
  });
  return unique(counties, ({ scheme, code }) => `${scheme}:${code}`);
}

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
