/** Workers alike in every fact, one source of the plan; who of them has which seat is up to this, and never changes without need. */
export class Crew {
  /** Worker → sink of their seat, or undefined. */
  private readonly seats = new Map<string, number | undefined>();

  constructor(
    /** Tells crews with different facts apart. */
    readonly key: string,
  ) {}

  get size(): number {
    return this.seats.size;
  }

  get workerIds(): string[] {
    return [...this.seats.keys()];
  }

  seatOf(workerId: string): number | undefined {
    return this.seats.get(workerId);
  }

  join(workerId: string, seat?: number): void {
    this.seats.set(workerId, seat);
  }

  leave(workerId: string): void {
    this.seats.delete(workerId);
  }

  /** Makes the members' seats those of the plan: whoever has one of them keeps it, the others get what is left by id. */
  settle(given: readonly { readonly sink: number; readonly units: number }[]): void {
    const open = new Map(given.map(({ sink, units }) => [sink, units]));
    const loose: string[] = [];
    for (const [workerId, seat] of this.seats) {
      const left = seat === undefined ? 0 : (open.get(seat) ?? 0);
      if (seat !== undefined && left > 0) open.set(seat, left - 1);
      else loose.push(workerId);
    }
    const free = [...open].flatMap(([sink, units]) => new Array<number>(units).fill(sink));
    for (const [place, workerId] of loose.sort().entries()) this.seats.set(workerId, free[place]);
  }
}
