import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarDay } from './calendar-day.entity.js';
import { CalendarDayResolver } from './calendar-day.resolver.js';
import { CalendarDays } from './calendar-day.service.js';
import { OtherWorkResolver } from './other-work.resolver.js';
import { OtherWork } from './other-work.service.js';

/** The calendar of work, and the hours that employers state. */
@Module({
  imports: [TypeOrmModule.forFeature([CalendarDay])],
  providers: [CalendarDays, CalendarDayResolver, OtherWork, OtherWorkResolver],
  exports: [CalendarDays],
})
export class WorkingTimeModule {}
