/** What an order lacks or a recipe takes: people, material or machine time. */
export type Leg = 'labour' | 'material' | 'capacity';

/** By which wages are counted here. */
export type OrderWageUnit = 'hour' | 'day' | 'month';

/** What is asked of people, goods or machines besides their number. */
export interface Terms {
  readonly leg: Leg;
  /** Occupation, kind of material, or process. */
  readonly thingId: string;
  readonly minLevel: number | null;
  readonly minimumGrade: 'A' | 'B' | 'C' | 'reclaimed' | null;
  /** The highest wage, price of a base unit, or price of an hour, in fen. */
  readonly ceilingFen: number | null;
  readonly wageUnit: OrderWageUnit | null;
}

/** A line of a recipe: hours of work, base units of material, or minutes of a machine, for one unit of the product. */
export interface RecipeLine extends Terms {
  readonly perUnit: string;
}

/** A requirement of an order: heads, base units or minutes, when. Dates are local. */
export interface Requirement extends Terms {
  readonly position: number;
  readonly quantity: string;
  readonly ownQuantity: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
