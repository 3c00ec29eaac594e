import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { HistoryRow } from './attendance.loader.js';

export const AttendanceActorEnum = {
  HOST: 'host',
  WORKER: 'worker',
  LENDER: 'lender',
  BUREAU: 'bureau',
  SYSTEM: 'system',
} as const;
export type AttendanceActor = (typeof AttendanceActorEnum)[keyof typeof AttendanceActorEnum];
registerEnumType(AttendanceActorEnum, {
  name: 'AttendanceActor',
  description: 'Who changed a day of attendance.',
  valuesMap: {
    HOST: { description: 'The host.' },
    WORKER: { description: 'The worker.' },
    LENDER: { description: 'The lender.' },
    BUREAU: { description: 'The human-resources bureau.' },
    SYSTEM: { description: 'The service: silence, or a calendar that changed.' },
  },
});

@ObjectType('AttendanceChange', { description: 'One change of a day of attendance, from the append-only trail.' })
export class AttendanceChangeView {
  @Field({ description: 'When it was done.' }) at: Date;
  @Field({ description: 'What was done, e.g. `attendance.correct`.' }) operation: string;
  @Field(() => AttendanceActorEnum, { description: 'Who did it.' }) actor: AttendanceActor;
  @Field({ description: 'Times and figures after it, and before a correction, as JSON.' }) details: string;
}

/** The chain of the trail says whose step it was. */
export function actorOfChain(
  chain: string,
  {
    hostId,
    lenderId,
    workerId,
  }: { readonly hostId: string; readonly lenderId: string | null; readonly workerId: string },
): AttendanceActor {
  if (chain === `enterprise:${hostId}`) return 'host';
  if (chain === `worker:${workerId}`) return 'worker';
  if (lenderId !== null && chain === `enterprise:${lenderId}`) return 'lender';
  return chain.startsWith('bureau:') ? 'bureau' : 'system';
}

export function toChangeView(
  { at, action, chain, details }: HistoryRow,
  parties: Parameters<typeof actorOfChain>[1],
): AttendanceChangeView {
  return { at, operation: action, actor: actorOfChain(chain, parties), details: JSON.stringify(details) };
}
