/** Valid, made-up identities, different at each call. */
let serial = 0;

/** Eighteen characters with the check digit of GB 32100, registered in Anxi. */
export function uscc(): string {
  const body = `91350524MA${String((serial += 1)).padStart(7, '0')}`;
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(body[index] ?? ''), 0);
  return body + (alphabet[(31 - (sum % 31)) % 31] ?? '');
}

/** A resident ID number of Anxi with the check digit of GB 11643. */
export function residentId(birth = '19900307'): string {
  const body = `350524${birth}${String((serial += 1) % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}

export function mobile(): string {
  return `138${String((serial += 1)).padStart(8, '0')}`;
}

export function key(): string {
  return `test-key-${String((serial += 1))}`;
}

/** A date `days` from today in Shanghai. */
export function inDays(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(date);
}

/** Places in Anxi, a few kilometres apart, and one far away. */
export const places = {
  town: { regionId: 'GB2260:350524', latitude: 25.055, longitude: 118.186 },
  near: { regionId: 'GB2260:350524', latitude: 25.075, longitude: 118.2 },
  jinjiang: { regionId: 'GB2260:350582', latitude: 24.781, longitude: 118.552 },
} as const;
