const chinaDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The local day so many days from `now` (milliseconds), as the API writes days. */
export function dayFrom(now: number, days: number): string {
  return chinaDate.format(new Date(now + days * 86_400_000));
}

export function inDays(days: number): string {
  return dayFrom(Date.now(), days);
}
