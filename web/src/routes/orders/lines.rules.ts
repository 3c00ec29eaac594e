import type { ChosenOccupation } from '../../ui/occupation/occupation-field';
import { minutesOf } from '../capacity/capacity.rules';
import { fenOf, yuanOf } from '../settlements/settlement.rules';
import type { OrderRequirementInput } from './orders.graphql.ts';
import type { OrderGrade, OrderLeg, OrderWageUnit, RecipeFragment, RecipeLineInput } from './recipes.graphql.ts';

export const mostLines = 40;
export const grades: readonly OrderGrade[] = ['A', 'B', 'C', 'RECLAIMED'];
export const wageUnits: readonly OrderWageUnit[] = ['HOUR', 'DAY', 'MONTH'];
export const levels = [1, 2, 3, 4, 5] as const;

/** A line as it is filled in, of a recipe or of an order. */
export interface LineDraft {
  readonly leg: OrderLeg;
  /** For people, found by name. */
  readonly occupation: ChosenOccupation | null;
  /** Kind of material, or process. */
  readonly thingId: string;
  /** In a recipe: hours, base units or minutes for one; in an order: heads, base units or hours in all. */
  readonly amount: string;
  /** Of an order's amount, what the enterprise has itself. */
  readonly own: string;
  readonly minLevel: number;
  readonly grade: OrderGrade;
  /** Yuan; empty for none. */
  readonly ceiling: string;
  readonly wageUnit: OrderWageUnit;
}

export const blankLine: LineDraft = {
  ...{ leg: 'LABOUR', occupation: null, thingId: '', amount: '', own: '' },
  ...{ minLevel: 2, grade: 'B', ceiling: '', wageUnit: 'HOUR' },
};

const thingOf = ({ leg, occupation, thingId }: LineDraft): string =>
  leg === 'LABOUR' ? (occupation?.id ?? '') : thingId;

const isComplete = (line: LineDraft): boolean =>
  thingOf(line) !== '' && line.amount !== '' && (line.leg !== 'LABOUR' || line.ceiling !== '');

/** What people, goods and machines have in common in the API. */
function termsOf(line: LineDraft): Omit<RecipeLineInput, 'perUnit'> {
  const { leg, minLevel, grade, wageUnit, ceiling } = line;
  return {
    ...{ leg, thingId: thingOf(line) },
    ...(leg === 'LABOUR' && { minLevel, wageUnit }),
    ...(leg === 'MATERIAL' && { minimumGrade: grade }),
    ...(ceiling !== '' && { ceilingFen: fenOf(ceiling) }),
  };
}

/** The lines of a recipe; nothing while one of them is not complete. */
export function recipeLines(lines: readonly LineDraft[]): RecipeLineInput[] | undefined {
  if (lines.length === 0 || !lines.every(isComplete)) return undefined;
  return lines.map((line) => ({ ...termsOf(line), perUnit: line.amount }));
}

/** The requirements of an order; nothing while one of them is not complete. */
export function requirementsOf(lines: readonly LineDraft[]): OrderRequirementInput[] | undefined {
  if (lines.length === 0 || !lines.every(isComplete)) return undefined;
  return lines.map((line) => ({
    ...termsOf(line),
    quantity: amountOf(line.leg, line.amount),
    ...(line.own !== '' && { ownQuantity: amountOf(line.leg, line.own) }),
  }));
}

/** Machine time is filled in by the hour and counted by the minute. */
export function amountOf(leg: OrderLeg, amount: string): string {
  return leg === 'CAPACITY' ? String(minutesOf(amount)) : amount;
}

/** A recipe as it is filled in anew. */
export function draftOf({ lines }: Pick<RecipeFragment, 'lines'>): LineDraft[] {
  return lines.map(({ leg, thingId, name, perUnit, minLevel, minimumGrade, ceilingFen, wageUnit }) => ({
    ...{ leg, amount: perUnit, own: '' },
    occupation: leg === 'LABOUR' ? { id: thingId, name } : null,
    thingId: leg === 'LABOUR' ? '' : thingId,
    minLevel: minLevel ?? blankLine.minLevel,
    grade: minimumGrade ?? blankLine.grade,
    ceiling: ceilingFen === null ? '' : yuanOf(ceilingFen),
    wageUnit: wageUnit ?? blankLine.wageUnit,
  }));
}
