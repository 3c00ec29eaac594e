const clock = new Intl.DateTimeFormat('sv-SE', {
  ...({ timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' } as const),
});

/** The instant on the clock of the place of work, as papers state it. */
export function localTime(at: Date): string {
  return `${clock.format(at)} UTC+8`;
}
