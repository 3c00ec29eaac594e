import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CapacityBooking } from './bookings/booking.entity.js';
import { CapacityBookingResolver } from './bookings/booking.resolver.js';
import { CapacityBookings } from './bookings/booking.service.js';
import { CapacityBookingSearch } from './bookings/booking-search.service.js';
import { CapacityBookingStepResolver } from './bookings/booking-step.resolver.js';
import { CapacityHolds } from './bookings/hold.service.js';
import { CapacityRecords } from './bookings/record.service.js';
import { mapCapacityConstraints } from './capacity.constraints.js';
import { CapacityJobs } from './capacity.jobs.js';
import { CapacityFeedController } from './feed/feed.controller.js';
import { CapacityFeed } from './feed/feed.entity.js';
import { CapacityFeedResolver } from './feed/feed.resolver.js';
import { CapacityFeeds } from './feed/feed.service.js';
import { MachineType, Process } from './processes/process.entity.js';
import { ProcessResolver } from './processes/process.resolver.js';
import { Processes } from './processes/process.service.js';
import { CapacityProposal } from './proposals/proposal.entity.js';
import {
  CapacityProposalResolver,
  RequestProposalsResolver,
  WindowProposalsResolver,
} from './proposals/proposal.resolver.js';
import { CapacityProposals } from './proposals/proposal.service.js';
import { CapacityRequest, CapacityRequestStep } from './requests/request.entity.js';
import { BookingRequestResolver, CapacityRequestResolver, CapacityStepResolver } from './requests/request.resolver.js';
import { CapacityRequests } from './requests/request.service.js';
import { CapacityRequestChecks } from './requests/request-check.service.js';
import { CapacityRequestSearch } from './requests/request-search.service.js';
import { CapacityCalendarResolver } from './windows/calendar.resolver.js';
import { CapacityCalendar } from './windows/calendar.service.js';
import { CapacityWindow } from './windows/window.entity.js';
import { CapacityWindowResolver, FoundCapacityWindowResolver } from './windows/window.resolver.js';
import { CapacityWindows } from './windows/window.service.js';
import { CapacityWindowSearch } from './windows/window-search.service.js';
import { ProductionLineResolver } from './workshops/line.resolver.js';
import { LineOutages } from './workshops/outage.service.js';
import { LineOutage, ProductionLine, Workshop } from './workshops/workshop.entity.js';
import { WorkshopResolver } from './workshops/workshop.resolver.js';
import { Workshops } from './workshops/workshop.service.js';

const entities = [
  ...[Process, MachineType, Workshop, ProductionLine, LineOutage],
  ...[CapacityWindow, CapacityRequest, CapacityRequestStep, CapacityBooking, CapacityProposal, CapacityFeed],
];

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [
    ...[Processes, ProcessResolver],
    ...[Workshops, LineOutages, WorkshopResolver, ProductionLineResolver],
    ...[CapacityWindows, CapacityWindowSearch, CapacityWindowResolver, FoundCapacityWindowResolver],
    ...[CapacityCalendar, CapacityCalendarResolver],
    ...[CapacityRequests, CapacityRequestChecks, CapacityRequestSearch],
    ...[CapacityRequestResolver, CapacityStepResolver, BookingRequestResolver],
    ...[CapacityHolds, CapacityBookings, CapacityRecords, CapacityBookingSearch],
    ...[CapacityBookingResolver, CapacityBookingStepResolver],
    ...[CapacityProposals, CapacityProposalResolver, RequestProposalsResolver, WindowProposalsResolver],
    ...[CapacityFeeds, CapacityFeedResolver],
    CapacityJobs,
  ],
  controllers: [CapacityFeedController],
  exports: [CapacityHolds, CapacityProposals],
})
export class CapacityModule implements OnModuleInit {
  onModuleInit(): void {
    mapCapacityConstraints();
  }
}
