import type { Random } from './random.js';

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A unified social credit code of a company of a county with the check character of GB 32100. The check character of
 * the organisation code inside it (GB 11714) is wrong on purpose: no real enterprise has this code.
 */
export function fictitiousUscc(random: Random, county: string): string {
  const organisation = `MA${Array.from({ length: 6 }, () => usccAlphabet.charAt(random.int(0, 30))).join('')}`;
  const right = organisationCheck(organisation);
  const codes = ['7', '3', '5']
    .filter((wrong) => wrong !== right)
    .map((wrong) => withUsccCheck(`91${county}${organisation}${wrong}`));
  // One of them at most ends in 0, which the standard allows but some validators refuse.
  return codes.find((code) => !code.endsWith('0')) ?? '';
}

function withUsccCheck(body: string): string {
  const sum = usccWeights.reduce(
    (total, weight, index) => total + weight * usccAlphabet.indexOf(body.charAt(index)),
    0,
  );
  return body + usccAlphabet.charAt((31 - (sum % 31)) % 31);
}

/** The check character of GB 11714; letters count from A = 10. */
export function organisationCheck(organisation: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * parseInt(organisation.charAt(index), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}

/**
 * A resident ID number with the check character of GB 11643. It names county 350599, which does not exist: the number
 * is nobody's. Every `serial` below 3000 has a number of its own.
 */
export function fictitiousResidentId(random: Random, serial: number, birthYear: number): string {
  const birth = `${birthYear}${two(random.int(1, 12))}${two(random.int(1, 9) + 9 * Math.floor(serial / 1000))}`;
  const body = `350599${birth}${String(serial % 1000).padStart(3, '0')}`;
  const sum = residentWeights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

/** E.164, out of one block of ten thousand. */
export function fictitiousMobile(serial: number): string {
  return `+861380000${String(serial % 10_000).padStart(4, '0')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
