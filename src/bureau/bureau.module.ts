import { Module } from '@nestjs/common';
import { FillRateResolver } from './indicators/fill-rate.resolver.js';
import { FillRates } from './indicators/fill-rate.service.js';

/** The bureau's instrument. Reads the owners' SQL views, writes only its own tables. */
@Module({ providers: [FillRates, FillRateResolver] })
export class BureauModule {}
