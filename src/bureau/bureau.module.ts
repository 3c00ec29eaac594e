import { Module } from '@nestjs/common';
import { FillRateResolver } from './indicators/fill-rate.resolver.js';
import { FillRates } from './indicators/fill-rate.service.js';
import { FillTrendResolver } from './indicators/fill-trend.resolver.js';
import { FillTrends } from './indicators/fill-trend.service.js';
import { Jurisdictions } from './indicators/jurisdiction.service.js';
import { OccupationBalanceResolver } from './indicators/occupation-balance.resolver.js';
import { OccupationBalances } from './indicators/occupation-balance.service.js';

/** The bureau's instrument. Reads the owners' SQL views, writes only its own tables. */
@Module({
  providers: [
    Jurisdictions,
    FillRates,
    FillRateResolver,
    FillTrends,
    FillTrendResolver,
    OccupationBalances,
    OccupationBalanceResolver,
  ],
})
export class BureauModule {}
