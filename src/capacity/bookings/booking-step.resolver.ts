import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { partiesWrite } from '../capacity.policy.js';
import {
  CapacityBookingInput,
  HoldCapacityInput,
  ObjectToRecordInput,
  ReasonedBookingInput,
  RecordBookingInput,
} from './booking.input.js';
import { CapacityBookings } from './booking.service.js';
import { CapacityBookingView, toBookingView } from './booking.view.js';
import { CapacityRecords } from './record.service.js';

@Resolver(() => CapacityBookingView)
export class CapacityBookingStepResolver {
  constructor(
    private readonly bookings: CapacityBookings,
    private readonly records: CapacityRecords,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => CapacityBookingView, {
    description: 'Holds minutes of an open window for your enterprise until its owner answers.',
  })
  @Allow(partiesWrite)
  async holdCapacity(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: HoldCapacityInput,
  ): Promise<CapacityBookingView> {
    return toBookingView(await this.bookings.hold(viewer, input), viewer, this.clock);
  }

  @Mutation(() => CapacityBookingView, { description: 'Agrees to a hold of a window of yours, until it lapses.' })
  @Allow(partiesWrite)
  async confirmCapacityBooking(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: CapacityBookingInput,
  ): Promise<CapacityBookingView> {
    return toBookingView(await this.bookings.confirm(viewer, input.capacityBookingId), viewer, this.clock);
  }

  @Mutation(() => CapacityBookingView, { description: 'Declines a hold of a window of yours, with the reason.' })
  @Allow(partiesWrite)
  async declineCapacityBooking(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ReasonedBookingInput,
  ): Promise<CapacityBookingView> {
    return toBookingView(await this.bookings.decline(viewer, input), viewer, this.clock);
  }

  @Mutation(() => CapacityBookingView, {
    description:
      'Releases a hold, or a confirmed booking before its first day. After the notice the customer’s release has the ' +
      'stated figure (`lateFen`); nothing is charged here.',
  })
  @Allow(partiesWrite)
  async releaseCapacityBooking(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ReasonedBookingInput,
  ): Promise<CapacityBookingView> {
    return toBookingView(await this.bookings.release(viewer, input), viewer, this.clock);
  }

  @Mutation(() => CapacityBookingView, {
    description: 'Records what was worked of a booking of a window of yours, from its last day on.',
  })
  @Allow(partiesWrite)
  async fulfilCapacityBooking(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: RecordBookingInput,
  ): Promise<CapacityBookingView> {
    return toBookingView(await this.records.fulfil(viewer, input), viewer, this.clock);
  }

  @Mutation(() => CapacityBookingView, {
    description: 'Objects, as the customer, to what was recorded, within three days.',
  })
  @Allow(partiesWrite)
  async objectToRecord(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ObjectToRecordInput,
  ): Promise<CapacityBookingView> {
    return toBookingView(await this.records.object(viewer, input), viewer, this.clock);
  }

  @Mutation(() => CapacityBookingView, {
    description: 'Answers, as the owner, an objection: with other minutes, or with the same and a note why.',
  })
  @Allow(partiesWrite)
  async correctCapacityRecord(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: RecordBookingInput,
  ): Promise<CapacityBookingView> {
    return toBookingView(await this.records.correct(viewer, input), viewer, this.clock);
  }
}
