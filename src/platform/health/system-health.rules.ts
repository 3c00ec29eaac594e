import type { Message, MessageParams } from '../i18n/message.js';
import { healthMessages } from './system-health.messages.js';

export type HealthStatus = 'ok' | 'degraded' | 'down';

/** One part's verdict, with its reason. */
export interface HealthCheck {
  readonly name: string;
  readonly status: HealthStatus;
  readonly message: Message;
  readonly params?: MessageParams;
}

export interface QueueWorkers {
  readonly name: string;
  readonly workers: number;
}

/** Events are relayed within a second; one that waits this long is stuck. */
const stuckSeconds = 60;

/** The worst of the parts. */
export function overall(checks: readonly Pick<HealthCheck, 'status'>[]): HealthStatus {
  if (checks.some(({ status }) => status === 'down')) return 'down';
  return checks.some(({ status }) => status === 'degraded') ? 'degraded' : 'ok';
}

/** A part that must answer for anything to work. */
export function checkAnswer(name: string, part: string, isThere: boolean): HealthCheck {
  const message = isThere ? healthMessages.answers : healthMessages.silent;
  return { name, status: isThere ? 'ok' : 'down', message, params: { part } };
}

/** Without a job process everything still answers, but nothing happens after it. */
export function checkWorkers(queues: readonly QueueWorkers[]): HealthCheck {
  const unserved = queues.filter(({ workers }) => workers === 0).map(({ name }) => name);
  if (unserved.length === 0) return { name: 'workers', status: 'ok', message: healthMessages.served };
  const params = { queues: unserved.join(', ') };
  return { name: 'workers', status: 'degraded', message: healthMessages.unserved, params };
}

export function checkOutbox(count: number, oldestSeconds: number): HealthCheck {
  const isStuck = count > 0 && oldestSeconds > stuckSeconds;
  return {
    name: 'outbox',
    status: isStuck ? 'degraded' : 'ok',
    message: isStuck ? healthMessages.stuck : healthMessages.relayed,
    params: { count, seconds: Math.floor(oldestSeconds) },
  };
}
