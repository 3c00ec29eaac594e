/** Fen as yuan with two decimals, exactly, its digits in threes. */
export function yuan(fen: number): string {
  const positive = Math.abs(fen);
  const whole = String(Math.trunc(positive / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${String(positive % 100).padStart(2, '0')}`;
}
