import type { MaterialKind } from '../../catalogue/material-kind.entity.js';
import { unitsOf } from '../../catalogue/unit.rules.js';
import type { MaterialLotFields } from '../material-lot.input.js';
import type { LotRow } from './lot-import.columns.js';

/** Where an enterprise is: for rows that do not say where their goods lie. */
export interface Home {
  readonly name: string;
  readonly regionId: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** The kind that a row names, by its code or by its name in either language, whatever the case. */
export function kindNamed(text: string, kinds: readonly MaterialKind[]): MaterialKind | undefined {
  const wanted = text.toLowerCase();
  return kinds.find(({ id, nameZh, nameEn }) => [id, nameZh, nameEn].some((name) => name.toLowerCase() === wanted));
}

/** A row as a lot of the enterprise. What the row does not say is as where the enterprise is. */
export function lotOf(row: LotRow, kind: MaterialKind | undefined, home: Home): MaterialLotFields {
  const unit = unitNamed(row.unit, kind);
  return {
    ...{ kindId: kind?.id ?? row.kind, grade: row.grade, terms: row.terms ?? 'sale' },
    ...{ quantity: { value: row.quantity, unit }, fenPerUnit: row.price, priceUnit: unitNamed(row.priceUnit, kind) },
    ...{ loanDays: row.loanDays, availableUntil: row.availableUntil },
    minimumTake: row.minimumTake === undefined ? null : { value: row.minimumTake, unit },
    ...{ tolerancePercent: row.tolerancePercent ?? 2, description: row.description ?? '' },
    ...{ regionId: regionIdOf(row.region) ?? home.regionId, siteName: row.siteName ?? home.name },
    ...{ latitude: Number(row.latitude ?? home.latitude), longitude: Number(row.longitude ?? home.longitude) },
  };
}

/** The column that a refusal of a lot is about. */
export function columnOf(field: string): keyof LotRow {
  const columns: Readonly<Record<string, keyof LotRow>> = {
    ...{ kindId: 'kind', regionId: 'region', fenPerUnit: 'price', value: 'quantity' },
  };
  const name = field.split('.').at(-1) ?? '';
  // A quantity's own fields are told as `minimumTake.unit`.
  if (field.includes('minimumTake')) return 'minimumTake';
  return columns[name] ?? (isColumn(name) ? name : 'kind');
}

const own: readonly (keyof LotRow)[] = [
  ...(['quantity', 'unit', 'priceUnit', 'loanDays', 'availableUntil', 'minimumTake'] as const),
];
const isColumn = (name: string): name is keyof LotRow => own.some((one) => one === name);

function unitNamed(text: string | undefined, kind: MaterialKind | undefined): string | undefined {
  if (text === undefined || !kind) return text;
  const wanted = text.toLowerCase();
  const found = unitsOf(kind).find(({ unit, nameZh, nameEn }) =>
    [unit, nameZh, nameEn].some((name) => name.toLowerCase() === wanted),
  );
  return found?.unit ?? text;
}

const regionIdOf = (text: string | undefined): string | undefined =>
  text === undefined || text.includes(':') ? text : `GB2260:${text}`;
