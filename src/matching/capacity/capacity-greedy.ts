import type { Candidate, CapacityPart, FreeDay, Minutes } from './capacity-market.js';
import { type CapacityMarketFacts, sum } from './capacity.rules.js';

/** Plans requests one after the other, the one that is due first first, each step as early as it can be. */
export function planGreedily(facts: CapacityMarketFacts, part: CapacityPart): Minutes {
  const ledger = new Ledger(facts, part);
  const ofStep = new Map<number, number[]>();
  for (const c of part.candidates) {
    const step = facts.candidates[c]?.step ?? -1;
    ofStep.set(step, [...(ofStep.get(step) ?? []), c]);
  }
  const requests = requestsOf(facts, part);
  for (const steps of requests) {
    const before = ledger.mark();
    let from = -Infinity;
    let isWhole = true;
    for (const s of steps) {
      const step = facts.steps[s];
      if (!step) continue;
      const { last, lacking } = ledger.place(s, ofStep.get(s) ?? [], from);
      isWhole &&= lacking === 0;
      if (last !== undefined) from = last + step.transportDays + 1;
    }
    if (!isWhole && facts.steps[steps[0] ?? -1]?.allOrNothing) ledger.takeBack(before);
  }
  return ledger.minutes;
}

/** Steps by request, the request that must end first first. */
function requestsOf({ steps }: CapacityMarketFacts, part: CapacityPart): number[][] {
  const requests = new Map<string, number[]>();
  for (const s of part.steps) {
    const id = steps[s]?.requestId ?? '';
    requests.set(id, [...(requests.get(id) ?? []), s]);
  }
  const dueOf = (of: readonly number[]): number => Math.min(...of.map((s) => steps[s]?.until ?? 0));
  return [...requests.values()].toSorted((a, b) => dueOf(a) - dueOf(b) || (a[0] ?? 0) - (b[0] ?? 0));
}

/** What is still free while requests are planned. */
class Ledger {
  readonly minutes = new Map<number, number>();
  private readonly left = new Map<number, number>();

  constructor(
    private readonly facts: CapacityMarketFacts,
    part: CapacityPart,
  ) {
    for (const c of part.candidates) {
      const slot = facts.candidates[c]?.slot ?? -1;
      this.left.set(slot, facts.slots[slot]?.free ?? 0);
    }
  }

  /** Places a step from a day on; the last day that it takes, and what it lacks then. */
  place(s: number, of: readonly number[], from: number): { last: number | undefined; lacking: number } {
    const { steps, slots, candidates } = this.facts;
    const step = steps[s];
    let lacking = step?.unmet ?? 0;
    let last: number | undefined;
    const opened = new Set<string>();
    for (const c of of) {
      const slot = slots[candidates[c]?.slot ?? -1];
      if (!slot || !step || slot.day < from || lacking === 0) continue;
      const setup = opened.has(slot.windowId) ? 0 : slot.setupMinutes;
      const taken = this.most(candidates[c], slot, setup, lacking);
      if (taken < slot.minimumMinutes || (!step.splitAllowed && taken < step.unmet)) continue;
      this.take(c, taken, setup);
      opened.add(slot.windowId);
      lacking -= taken;
      last = slot.day;
    }
    return { last, lacking };
  }

  /** As much as is free; never so much that what remains to be placed is less than a day's least. */
  private most(candidate: Candidate | undefined, { minimumMinutes }: FreeDay, setup: number, lacking: number): number {
    const free = (this.left.get(candidate?.slot ?? -1) ?? 0) - setup;
    const taken = Math.min(free, lacking);
    const rest = lacking - taken;
    return rest > 0 && rest < minimumMinutes && taken - (minimumMinutes - rest) >= minimumMinutes
      ? taken - (minimumMinutes - rest)
      : taken;
  }

  private take(c: number, minutes: number, setup: number): void {
    const slot = this.facts.candidates[c]?.slot ?? -1;
    this.minutes.set(c, minutes);
    this.left.set(slot, (this.left.get(slot) ?? 0) - minutes - setup);
  }

  mark(): { readonly minutes: Minutes; readonly left: ReadonlyMap<number, number> } {
    return { minutes: new Map(this.minutes), left: new Map(this.left) };
  }

  takeBack({ minutes, left }: ReturnType<Ledger['mark']>): void {
    for (const c of this.minutes.keys()) if (!minutes.has(c)) this.minutes.delete(c);
    for (const [slot, of] of left) this.left.set(slot, of);
  }
}

/** What a plan fills. */
export const filledBy = (minutes: Minutes): number => sum(minutes.values());
