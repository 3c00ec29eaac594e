import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { AuditEntryResolver } from './audit/audit-entry.resolver.js';
import { AuditTrail } from './audit/audit-entry.service.js';
import { Audit } from './audit/audit.js';
import { AuthModule } from './auth/auth.module.js';
import { Clock } from './clock/clock.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/config.js';
import { DatabaseModule } from './database/database.module.js';
import { DocumentStyleController } from './documents/document-style.controller.js';
import { StoredFiles } from './files/stored-file.service.js';
import { GraphiqlController } from './graphql/graphiql.controller.js';
import { HealthProbe } from './health/health-probe.service.js';
import { HealthController } from './health/health.controller.js';
import { SystemHealthResolver } from './health/system-health.resolver.js';
import { SystemHealth } from './health/system-health.service.js';
import { Idempotency } from './idempotency/idempotency.js';
import { LiveTopics } from './live/live-topics.js';
import { LoggingModule } from './logging/logging.module.js';
import { Metrics } from './metrics/metrics.js';
import { Outgoing } from './outgoing/outgoing.service.js';
import { PersonalDataCipher } from './personal-data/personal-data-cipher.js';
import { QueueModule } from './queue/queue.module.js';
import { SigningModule } from './signing/signing.module.js';
import { Traces } from './traces/traces.js';

/** What every module stands on; knows no business word. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.with(config),
        LoggingModule.with(logger),
        DatabaseModule,
        QueueModule,
        AuthModule,
        SigningModule,
      ],
      controllers: [HealthController, GraphiqlController, DocumentStyleController],
      providers: [
        ...[Metrics, Traces, Clock, Audit, Idempotency, LiveTopics, Outgoing, PersonalDataCipher, StoredFiles],
        ...[AuditTrail, AuditEntryResolver, HealthProbe, SystemHealth, SystemHealthResolver],
      ],
      exports: [Metrics, Traces, Clock, Audit, Idempotency, LiveTopics, Outgoing, PersonalDataCipher, StoredFiles],
    };
  }
}
