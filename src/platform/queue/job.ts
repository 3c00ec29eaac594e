/** The queue of events; every job names its own. */
export const eventQueue = 'events';

/** A kind of job: its queue, its payload type and how often it is tried. Payloads carry ids, never personal data. */
export interface JobDefinition<Payload> {
  readonly name: string;
  /** Only a type: what the job is given. */
  readonly payload?: Payload;
  readonly queue: string;
  readonly attempts: number;
  /** How often the job is started by the clock alone; 0 or absent: never. */
  readonly everyMs?: number;
}

/** Declares a job where its handler lives. Exactly one handler must exist, or the job process refuses to start. */
export function defineJob<Payload extends object>(definition: {
  name: string;
  queue: string;
  attempts?: number;
  everyMs?: number;
}): JobDefinition<Payload> {
  return { attempts: 8, ...definition };
}

/** A kind of event, past tense. Any number of handlers, each in effect once per event. */
export interface EventDefinition<Payload extends object> {
  readonly name: string;
  (payload: Payload): EventToRecord<Payload>;
}

export interface EventToRecord<Payload extends object> {
  readonly name: string;
  readonly payload: Payload;
}

/** An event as its handlers receive it. */
export interface DomainEvent<Payload extends object> extends EventToRecord<Payload> {
  readonly id: string;
}

/** Declares an event in the module that owns it: `const needPublished = defineEvent<{needId: string}>('labour.need.published')`. */
export function defineEvent<Payload extends object>(eventName: string): EventDefinition<Payload> {
  const make = (payload: Payload): EventToRecord<Payload> => ({ name: eventName, payload });
  return Object.defineProperty(make, 'name', { value: eventName });
}
