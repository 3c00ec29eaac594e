/** Prints one line of a bar: what was measured, the target, and whether it was met. @param {string} name @param {number} value @param {number} most @param {string} unit */
export function bar(name, value, most, unit) {
  const short = (number) => (number < 10 ? number.toFixed(2) : Math.round(number));
  console.log(`bar ${name}: ${short(value)} ${unit} (target <= ${short(most)}) ${value <= most ? 'met' : 'missed'}`);
}
