import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertDesk } from './alerts/alert-desk.service.js';
import { Alert, AlertRule, AlertStep } from './alerts/alert.entity.js';
import { AlertInbox } from './alerts/alert-inbox.service.js';
import { AlertReadings } from './alerts/alert-readings.service.js';
import { AlertResolver } from './alerts/alert.resolver.js';
import { AlertRuleResolver } from './alerts/alert-rule.resolver.js';
import { AlertWatch } from './alerts/alert-watch.service.js';
import { BureauJobs } from './bureau.jobs.js';
import { BulletinContents } from './bulletins/bulletin-contents.service.js';
import { BulletinController } from './bulletins/bulletin.controller.js';
import { BulletinDesk } from './bulletins/bulletin-desk.service.js';
import { BulletinEditions } from './bulletins/bulletin-editions.service.js';
import { Bulletin, BulletinMail, BulletinPlan } from './bulletins/bulletin.entity.js';
import { BulletinJobs } from './bulletins/bulletin.jobs.js';
import { BulletinMails } from './bulletins/bulletin-mails.service.js';
import { BulletinPlanResolver } from './bulletins/bulletin-plan.resolver.js';
import { BulletinResolver } from './bulletins/bulletin.resolver.js';
import { ForecastResolver } from './forecast/forecast.resolver.js';
import { ShortageForecasts } from './forecast/forecast.service.js';
import { ShortageKeeper } from './forecast/shortage-keeper.service.js';
import { ShortageReader } from './forecast/shortage-readings.service.js';
import { mapExternalConstraints } from './external/external.constraints.js';
import { externalParts } from './external/external.parts.js';
import { FillRateResolver } from './indicators/fill-rate.resolver.js';
import { FillRates } from './indicators/fill-rate.service.js';
import { FillTrendResolver } from './indicators/fill-trend.resolver.js';
import { FillTrends } from './indicators/fill-trend.service.js';
import { LabourFlowResolver } from './flows/labour-flow.resolver.js';
import { LabourFlows } from './flows/labour-flows.service.js';
import { Jurisdictions } from './indicators/jurisdiction.service.js';
import { OccupationBalanceResolver } from './indicators/occupation-balance.resolver.js';
import { OccupationBalances } from './indicators/occupation-balance.service.js';
import { OpenStatisticsController } from './open/open-statistics.controller.js';
import { OpenStatistics } from './open/open-statistics.service.js';
import { IndicatorResolver } from './reports/indicator.resolver.js';
import { IndicatorReports } from './reports/indicator-reports.service.js';
import { RollupKeeper } from './rollups/rollup-keeper.service.js';
import { Rollups } from './rollups/rollup.service.js';
import { MatchingModule } from '../matching/index.js';
import { ManifestController } from './transport/manifest.controller.js';
import { Manifests } from './transport/manifest.service.js';
import { mapTransportConstraints } from './transport/transport.constraints.js';
import { TransportDesk } from './transport/transport-desk.service.js';
import { TransportPlan, TransportSeat, TransportStop, TransportTrip } from './transport/transport.entity.js';
import { TransportPlanning } from './transport/transport-planning.service.js';
import {
  TransportGroupResolver,
  TransportPlanResolver,
  TransportTripResolver,
} from './transport/transport.resolver.js';
import { TransportSeatResolver } from './transport/transport-seat.resolver.js';
import { TransportSeats } from './transport/transport-seats.service.js';

/** The bureau's instrument. Reads the owners' SQL views, writes only its own tables. */
@Module({
  controllers: [OpenStatisticsController, BulletinController, ManifestController, ...externalParts.controllers],
  imports: [
    MatchingModule,
    TypeOrmModule.forFeature([
      ...[AlertRule, Alert, AlertStep, BulletinPlan, Bulletin, BulletinMail],
      ...[TransportPlan, TransportTrip, TransportStop, TransportSeat],
      ...externalParts.entities,
    ]),
  ],
  providers: [
    Jurisdictions,
    FillRates,
    FillRateResolver,
    FillTrends,
    FillTrendResolver,
    OccupationBalances,
    OccupationBalanceResolver,
    ...[Rollups, RollupKeeper, BureauJobs],
    ...[IndicatorReports, IndicatorResolver],
    ...[LabourFlows, LabourFlowResolver],
    OpenStatistics,
    ...[ShortageForecasts, ShortageReader, ShortageKeeper, ForecastResolver],
    ...[AlertReadings, AlertWatch, AlertDesk, AlertInbox, AlertRuleResolver, AlertResolver],
    ...[BulletinContents, BulletinMails, BulletinEditions, BulletinDesk, BulletinJobs],
    ...[BulletinPlanResolver, BulletinResolver],
    ...[TransportDesk, TransportPlanning, TransportSeats, Manifests],
    ...[TransportPlanResolver, TransportTripResolver, TransportGroupResolver, TransportSeatResolver],
    ...externalParts.providers,
  ],
  exports: [BulletinMails],
})
export class BureauModule implements OnModuleInit {
  onModuleInit(): void {
    mapTransportConstraints();
    mapExternalConstraints();
  }
}
