import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { Database } from './database.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: ({ settings }: Config) => ({
        type: 'postgres',
        url: settings.DATABASE_URL,
        autoLoadEntities: true,
        synchronize: false,
        namingStrategy: new SnakeNamingStrategy(),
        retryAttempts: 3,
        // A statement or a lock that hangs must not take the pool with it.
        extra: {
          max: settings.DATABASE_POOL,
          connectionTimeoutMillis: 5_000,
          keepAlive: true,
          options:
            '-c statement_timeout=60000 -c lock_timeout=15000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC',
        },
      }),
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
