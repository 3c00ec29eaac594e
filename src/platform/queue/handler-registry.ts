import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Tx } from '../database/database.js';
import { EVENT_HANDLER, type EventHandlerMark, JOB_HANDLER, type JobContext } from './handlers.js';
import { type DomainEvent, eventQueue, type JobDefinition } from './job.js';

interface JobHandler {
  readonly definition: JobDefinition<object>;
  run(payload: object, context: JobContext): Promise<void>;
}

interface EventHandler extends EventHandlerMark {
  run(event: DomainEvent<object>, tx: Tx): Promise<void>;
}

/** Every handler of the application, found once at start. Two handlers under one name stop the start. */
@Injectable()
export class HandlerRegistry implements OnModuleInit {
  readonly jobs = new Map<string, JobHandler>();
  readonly events = new Map<string, EventHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const instance: unknown = wrapper.instance;
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype: unknown = Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null) continue;
      for (const key of this.scanner.getAllMethodNames(prototype))
        this.register(instance as Record<string, unknown>, key);
    }
  }

  /** Every queue of the application, by name. */
  queueNames(): string[] {
    const queues = [...this.jobs.values()].map(({ definition }) => definition.queue);
    return [...new Set([eventQueue, ...queues])].sort();
  }

  /** The handlers of one event. */
  of(event: string): EventHandler[] {
    return [...this.events.values()].filter((handler) => handler.event === event);
  }

  private register(instance: Record<string, unknown>, key: string): void {
    const method = instance[key];
    if (typeof method !== 'function') return;
    const definition = this.reflector.get<JobDefinition<object> | undefined>(JOB_HANDLER, method);
    const mark = this.reflector.get<EventHandlerMark | undefined>(EVENT_HANDLER, method);
    if (definition) {
      refuseSecond(this.jobs, definition.name);
      this.jobs.set(definition.name, {
        definition,
        run: (payload, context) => method.call(instance, payload, context) as Promise<void>,
      });
    }
    if (mark) {
      refuseSecond(this.events, mark.handler);
      this.events.set(mark.handler, { ...mark, run: (event, tx) => method.call(instance, event, tx) as Promise<void> });
    }
  }
}

function refuseSecond(known: ReadonlyMap<string, unknown>, name: string): void {
  if (known.has(name)) throw new Error(`two handlers for ${name}`);
}
