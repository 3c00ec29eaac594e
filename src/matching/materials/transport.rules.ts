/**
 * What a base unit is reckoned to weigh, in tonnes. The catalogue does not say what its kinds weigh, so this is a rough
 * figure by unit: enough to prefer the nearer lot, not to write an invoice.
 */
const tonnesPerUnit: Readonly<Record<string, number>> = {
  kg: 0.001,
  m: 0.0005,
  m2: 0.005,
  m3: 0.6,
  l: 0.0012,
  piece: 0.001,
};

export interface Freight {
  /** Fen for a tonne over a kilometre. */
  readonly fenPerTonneKm: number;
  /** Farther than so many metres nothing is proposed. */
  readonly reachM: number;
}

/** Fen for bringing one base unit so many metres; a loan comes and goes back. */
export function transportFenPerUnit(
  baseUnit: string,
  metres: number,
  { fenPerTonneKm }: Freight,
  isLoan: boolean,
): number {
  return (tonnesPerUnit[baseUnit] ?? 0.001) * (metres / 1000) * fenPerTonneKm * (isLoan ? 2 : 1);
}
