import type { LocalDate } from '../../platform/clock/clock.js';
import { type Refusal } from '../../platform/errors/index.js';
import { capacityMessages } from '../capacity.messages.js';
import { type AttributeBound, unkeptBound } from '../processes/process.rules.js';

/** Minutes that are asked of a day, without the setup. */
export interface AskedDay {
  readonly day: LocalDate;
  readonly minutes: number;
}

interface WindowTerms {
  readonly state: string;
  readonly enterpriseId: string;
  readonly minimumMinutes: number;
  readonly setupMinutes: number;
}

const path = 'input.days';

export function refuseClosedWindow({ state }: Pick<WindowTerms, 'state'>): Refusal | undefined {
  if (state === 'open') return undefined;
  return { code: 'CONFLICT', message: capacityMessages.windowNotOpen, field: 'input.capacityWindowId' };
}

export function refuseOwnWindow({ enterpriseId }: Pick<WindowTerms, 'enterpriseId'>, customerId: string) {
  if (enterpriseId !== customerId) return undefined;
  return { code: 'CONFLICT', message: capacityMessages.ownWindow, field: 'input.capacityWindowId' } satisfies Refusal;
}

/** Days each once, none past, each with the least minutes. */
export function refuseDays(
  days: readonly AskedDay[],
  { minimumMinutes: minimum }: Pick<WindowTerms, 'minimumMinutes'>,
  today: LocalDate,
): Refusal | undefined {
  for (const [index, { day, minutes }] of days.entries()) {
    const [at, code] = [`${path}.${index}`, 'VALIDATION_FAILED' as const];
    if (day < today) return { code, message: capacityMessages.inPast, params: { today }, field: `${at}.day` };
    if (days.findIndex((other) => other.day === day) !== index)
      return { code, message: capacityMessages.dayTwice, params: { day }, field: `${at}.day` };
    if (minutes < minimum)
      return { code, message: capacityMessages.belowMinimum, params: { day, minimum }, field: `${at}.minutes` };
  }
  return undefined;
}

/** The days in their order, with the setup on the first. */
export function bookedDays(days: readonly AskedDay[], setupMinutes: number): AskedDay[] {
  return [...days]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, minutes }, index) => ({ day, minutes: index === 0 ? minutes + setupMinutes : minutes }));
}

/** A day that the window does not offer, or not so many minutes of. `free` has the minutes left of each offered day. */
export function refuseMoreThanFree(
  booked: readonly AskedDay[],
  asked: readonly AskedDay[],
  free: ReadonlyMap<LocalDate, number>,
): Refusal | undefined {
  for (const { day, minutes: wanted } of booked) {
    const at = `${path}.${asked.findIndex((one) => one.day === day)}`;
    const left = free.get(day);
    if (left === undefined)
      return {
        code: 'VALIDATION_FAILED',
        message: capacityMessages.dayNotOffered,
        params: { day },
        field: `${at}.day`,
      };
    if (left < wanted)
      return {
        code: 'CONFLICT',
        message: capacityMessages.notEnough,
        params: { day, free: left, wanted },
        field: `${at}.minutes`,
      };
  }
  return undefined;
}

/** What a step of a request asks for, and how much of it is lacking. */
export interface StepFacts {
  readonly processId: string;
  readonly attributes: readonly AttributeBound[];
  readonly needsOperators: 'yes' | 'no' | 'either';
  readonly unmetMinutes: number;
  readonly earliestStart: LocalDate;
  readonly dueDate: LocalDate;
  readonly splitAllowed: boolean;
}

/** What a window has for it. */
export interface LineFacts {
  readonly processId: string;
  readonly attributes: Readonly<Record<string, number>>;
  readonly withOperators: boolean;
}

/** Why a line's days do not serve a step. Price and distance are the customer's own limits, for the search: they may go over them. */
export function refuseUnfit(step: StepFacts, line: LineFacts, days: readonly AskedDay[]): Refusal | undefined {
  const code = 'CONFLICT' as const;
  const at = 'input.step';
  if (step.processId !== line.processId) return { code, message: capacityMessages.otherProcess, field: at };
  const unkept = unkeptBound(step.attributes, line.attributes);
  if (unkept) return { code, message: capacityMessages.boundNotKept, params: { name: unkept.name }, field: at };
  if (step.needsOperators !== 'either' && (step.needsOperators === 'yes') !== line.withOperators)
    return { code, message: capacityMessages.otherOperators, field: at };
  return refuseOutsideRequest(step, days) ?? refuseMoreThanUnmet(step, days);
}

function refuseOutsideRequest({ earliestStart: from, dueDate: until }: StepFacts, days: readonly AskedDay[]) {
  const index = days.findIndex(({ day }) => day < from || day > until);
  const day = days[index]?.day;
  if (day === undefined) return undefined;
  return {
    ...{ code: 'CONFLICT', message: capacityMessages.outsideRequest, params: { day, from, until } },
    field: `${path}.${index}.day`,
  } satisfies Refusal;
}

function refuseMoreThanUnmet({ unmetMinutes: unmet, splitAllowed }: StepFacts, days: readonly AskedDay[]) {
  const total = days.reduce((sum, { minutes }) => sum + minutes, 0);
  const [code, field] = ['CONFLICT' as const, path];
  if (total > unmet)
    return { code, message: capacityMessages.moreThanUnmet, params: { unmet }, field } satisfies Refusal;
  const isSplit = days.length > 1 || total < unmet;
  if (isSplit && !splitAllowed) return { code, message: capacityMessages.notSplit, field } satisfies Refusal;
  return undefined;
}

/** A hold ends after now. */
export function refuseHoldPast(until: Date, now: Date): Refusal | undefined {
  if (until > now) return undefined;
  return { code: 'VALIDATION_FAILED', message: capacityMessages.holdPast, field: 'input.holdHours' };
}

/** The request is open and has the step. */
export function refuseNoSuchStep(
  request: { readonly state: string; readonly facts: StepFacts | undefined },
  step: number,
): Refusal | undefined {
  if (request.state !== 'open')
    return { code: 'CONFLICT', message: capacityMessages.requestNotOpen, field: 'input.capacityRequestId' };
  if (request.facts) return undefined;
  return { code: 'VALIDATION_FAILED', message: capacityMessages.noSuchStep, params: { step }, field: 'input.step' };
}

/** A request and its step are named together or not at all. */
export function refuseHalfStep({
  capacityRequestId,
  step,
}: {
  readonly capacityRequestId?: string | null;
  readonly step?: number | null;
}): Refusal | undefined {
  if ((capacityRequestId == null) === (step == null)) return undefined;
  return { code: 'VALIDATION_FAILED', message: capacityMessages.stepNeeded, field: 'input.step' };
}
