import { SetMetadata } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import type { DomainEvent, EventDefinition, JobDefinition } from './job.js';

export const JOB_HANDLER = Symbol('JOB_HANDLER');
export const EVENT_HANDLER = Symbol('EVENT_HANDLER');

/** What a running job can tell and ask. */
export interface JobContext {
  readonly jobId: string;
  /** Aborted when the process shuts down. */
  readonly signal: AbortSignal;
}

export interface EventHandlerMark {
  readonly event: string;
  readonly handler: string;
}

type Handler<A extends unknown[]> = <T extends (...args: A) => Promise<void>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<T>,
) => void;

/** Marks the method that runs a job. It may run twice, so it says why that is safe. */
export function OnJob<P extends object>(definition: JobDefinition<P>): Handler<[P, JobContext]> {
  return SetMetadata(JOB_HANDLER, definition);
}

/**
 * Marks a method that reacts to an event: `(event, tx)`. Its work and the mark that it was done commit in one
 * transaction, so a second delivery changes nothing. `handler` names it for ever: it keys the mark.
 */
export function OnEvent<P extends object>(
  definition: EventDefinition<P>,
  handler: string,
): Handler<[DomainEvent<P>, Tx]> {
  return SetMetadata(EVENT_HANDLER, { event: definition.name, handler } satisfies EventHandlerMark);
}
