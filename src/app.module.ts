import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { BureauModule } from './bureau/index.js';
import { CapacityModule } from './capacity/index.js';
import { DirectoryModule } from './directory/index.js';
import { AgreementsModule, LabourModule } from './labour/index.js';
import { MaterialsModule } from './materials/index.js';
import { MatchingModule, ScenariosModule } from './matching/index.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OrdersModule } from './orders/index.js';
import type { Config } from './platform/config/config.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import { PlatformModule } from './platform/platform.module.js';

/** The modules in the order of the import rule: each stands on those above it. */
@Module({})
export class AppModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, logger), // database, queue, outbox, auth, errors: knows no business word
        GraphqlModule.register(),
        DirectoryModule, // regions, occupations, enterprises, workers, bureaus, accounts
        MaterialsModule, // catalogue, lots, requests, transfers over a stock ledger, pooled purchases
        CapacityModule, // workshops and lines, capacity windows, requests, bookings
        LabourModule, // surplus, needs, consents, applications, proposals, offers, placements
        AgreementsModule, // labour contracts, agreements between enterprises, workers’ notices
        MatchingModule, // markets, runs: snapshot, edges, engine, proposals
        ScenariosModule, // what would be if, and what would fill the seats
        OrdersModule, // recipes, production orders, securing them, the guarantee rate, the plan of a region
        BureauModule, // indicators
        NotificationsModule, // listens to events; nobody imports it
      ],
    };
  }
}
