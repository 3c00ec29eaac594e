import { Injectable } from '@nestjs/common';
import { bookingFen, CapacityProposals, type ProposedMinutes } from '../../capacity/index.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { SharingMarkets } from '../sharing/sharing-market.service.js';
import { SharingRun } from '../sharing/sharing-run.entity.js';
import { Programs } from '../solver/programs.service.js';
import { Solver } from '../solver/solver.service.js';
import { readCapacityMarket } from './capacity-market.loader.js';
import { type CapacityPlan, planCapacity } from './capacity-plan.js';
import { partsOfSteps, sum } from './capacity.rules.js';

/** Solves the market of capacity as it is, and writes the plan as proposals. */
@Injectable()
export class CapacityMatching {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly solver: Solver,
    private readonly programs: Programs,
    private readonly markets: SharingMarkets,
    private readonly proposals: CapacityProposals,
  ) {}

  /** Undefined when a plan of newer facts has been written meanwhile. */
  async run(): Promise<SharingRun | undefined> {
    await this.db.transaction((tx) => this.markets.begin(tx, 'capacity'));
    const readAt = this.clock.now();
    const { slots, steps } = await readCapacityMarket(this.db, this.clock.today());
    const read = this.clock.now();
    const plan = await planCapacity(slots, steps, {
      solve: (problem) => this.solver.solve(problem),
      solveProgram: (program, options) => this.programs.solve(program, options),
      seconds: () => this.clock.now().getTime() / 1000,
    });
    const solved = this.clock.now();
    return this.db.transaction(async (tx) => {
      if (!(await this.markets.mayWrite(tx, 'capacity', readAt))) return undefined;
      const id = newId();
      const scope = [...new Set(steps.map(({ requestId }) => requestId))];
      const chosen = chosenBy(plan);
      const difference = await this.proposals.replace(tx, id, scope, chosen);
      const timingsMs = { read: read.getTime() - readAt.getTime(), solve: solved.getTime() - read.getTime() };
      const costFen = sum(chosen.map((minutes) => minutes.costFen));
      const run = { id, leg: 'capacity' as const, readAt, ...figuresOf(plan), costFen, ...difference, timingsMs };
      return tx.save(SharingRun, run);
    });
  }
}

/** Proposals of a plan; the first day of a booking costs its setup too. */
function chosenBy({ facts: { slots, steps, candidates }, minutes }: CapacityPlan): ProposedMinutes[] {
  const begun = new Set<string>();
  const byDay = [...minutes].toSorted(([a], [b]) => a - b);
  return byDay.flatMap(([c, of]) => {
    const candidate = candidates[c];
    const [slot, step] = [slots[candidate?.slot ?? -1], steps[candidate?.step ?? -1]];
    if (!slot || !step) return [];
    const booking = `${step.requestId} ${step.step} ${slot.windowId}`;
    const setup = begun.has(booking) ? 0 : slot.setupMinutes;
    begun.add(booking);
    return {
      ...{ requestId: step.requestId, step: step.step, windowId: slot.windowId, minutes: of },
      day: new Date(slot.day * DAY_MS).toISOString().slice(0, 10),
      costFen: bookingFen(of + setup, slot.fenPerHour),
    };
  });
}

type Figures = Pick<SharingRun, 'requests' | 'offers' | 'edges' | 'met' | 'partlyMet' | 'gap' | 'isProven'>;

function figuresOf({ facts, minutes, gap, isProven }: CapacityPlan): Figures {
  const got = partsOfSteps(facts, minutes).map(sum);
  const lacking = new Map<string, { unmet: number; got: number }>();
  for (const [s, { requestId, unmet }] of facts.steps.entries()) {
    const sofar = lacking.get(requestId) ?? { unmet: 0, got: 0 };
    lacking.set(requestId, { unmet: sofar.unmet + unmet, got: sofar.got + (got[s] ?? 0) });
  }
  const requests = [...lacking.values()];
  return {
    ...{ requests: requests.length, offers: facts.slots.length, edges: facts.candidates.length, gap, isProven },
    met: requests.filter((request) => request.got === request.unmet).length,
    partlyMet: requests.filter((request) => request.got > 0 && request.got < request.unmet).length,
  };
}
