import { Injectable } from '@nestjs/common';
import { OnJob } from '../platform/queue/handlers.js';
import { defineJob } from '../platform/queue/job.js';
import { CapacityBookings } from './bookings/booking.service.js';
import { CapacityRequests } from './requests/request.service.js';
import { CapacityWindows } from './windows/window.service.js';

const everyMs = 60_000;
export const expireCapacityHolds = defineJob<object>({ name: 'capacity.expire-holds', queue: 'capacity', everyMs });
export const expireCapacityWindows = defineJob<object>({ name: 'capacity.expire-windows', queue: 'capacity', everyMs });
export const expireCapacityRequests = defineJob<object>({
  name: 'capacity.expire-requests',
  queue: 'capacity',
  everyMs,
});

/** What time alone changes. Each step moves only what is due and not yet moved, so running twice is harmless. */
@Injectable()
export class CapacityJobs {
  constructor(
    private readonly bookings: CapacityBookings,
    private readonly windows: CapacityWindows,
    private readonly requests: CapacityRequests,
  ) {}

  @OnJob(expireCapacityHolds)
  async expireHolds(): Promise<void> {
    while ((await this.bookings.expirePast()) > 0);
  }

  @OnJob(expireCapacityWindows)
  async expireWindows(): Promise<void> {
    while ((await this.windows.expirePast()) > 0);
  }

  @OnJob(expireCapacityRequests)
  async expireRequests(): Promise<void> {
    while ((await this.requests.expirePast()) > 0);
  }
}
