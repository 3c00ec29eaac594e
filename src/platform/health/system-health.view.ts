import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { HealthStatus } from './system-health.rules.js';

export const HealthStatusEnum = {
  OK: 'ok',
  DEGRADED: 'degraded',
  DOWN: 'down',
} as const satisfies Record<string, HealthStatus>;
registerEnumType(HealthStatusEnum, {
  name: 'HealthStatus',
  description: 'How a part of the installation is.',
  valuesMap: {
    OK: { description: 'As it should be.' },
    DEGRADED: { description: 'It answers, but something is left undone.' },
    DOWN: { description: 'It does not answer.' },
  },
});

@ObjectType('HealthCheck', { description: 'One part of the installation.' })
export class HealthCheckView {
  @Field({ description: 'Which: `database`, `queue`, `workers`, `outbox`.' }) name: string;
  @Field(() => HealthStatusEnum, { description: 'How it is.' }) status: HealthStatus;
  @Field({ description: 'Why, in your language.' }) detail: string;
}

@ObjectType('SystemHealth', { description: 'How the installation is right now.' })
export class SystemHealthView {
  @Field(() => HealthStatusEnum, { description: 'The worst of the checks.' }) status: HealthStatus;
  @Field(() => [HealthCheckView], { description: 'Part by part.' }) checks: HealthCheckView[];
  @Field({ description: 'The version of the running code.' }) version: string;
  @Field({ description: 'When the process that answers was started.' }) startedAt: Date;
  @Field(() => Int, { nullable: true, description: 'Events that wait to be relayed; null when unknown.' })
  outboxWaiting: number | null;
  @Field(() => Float, { nullable: true, description: 'Size of the database in bytes; null when unknown.' })
  databaseSizeBytes: number | null;
  @Field(() => String, { nullable: true, description: 'Version of the PostgreSQL server; null when unknown.' })
  databaseVersion: string | null;
  @Field({ description: 'Where the queues are kept: `postgres` or `redis`.' }) queueBackend: string;
  @Field(() => Int, { nullable: true, description: 'Jobs of all queues that failed for good; null when unknown.' })
  failedJobs: number | null;
}
