import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { ownSeats } from '../bureau.policy.js';
import { AnswerTransportSeatInput } from './transport.input.js';
import { TransportSeats } from './transport-seats.service.js';
import {
  toTransportSeatView,
  toTransportStopView,
  TransportSeatConnection,
  TransportSeatView,
  TransportStopView,
} from './transport.view.js';

@Resolver(() => TransportSeatView)
export class TransportSeatResolver {
  constructor(private readonly seats: TransportSeats) {}

  @Query(() => TransportSeatConnection, { description: 'Seats on buses that you are asked to, newest first.' })
  @Allow(ownSeats)
  async myTransportSeats(@Me() viewer: WorkerViewer, @Args() page: PageArgs): Promise<Connection<TransportSeatView>> {
    return toConnection(await this.seats.page(viewer, page), toTransportSeatView);
  }

  @Mutation(() => TransportSeatView, { description: 'Takes or declines a seat; you may change your mind until then.' })
  @Allow(ownSeats)
  async answerTransportSeat(
    @Me() viewer: WorkerViewer,
    @Args('input') input: AnswerTransportSeatInput,
  ): Promise<TransportSeatView> {
    return toTransportSeatView(await this.seats.answer(viewer, input));
  }

  @ResolveField(() => LocalDateScalar, { nullable: true, description: 'On which day.' })
  @Allow(ownSeats)
  async day(@Parent() { tripId }: TransportSeatView, @Ctx() ctx: RequestContext): Promise<string | undefined> {
    return (await ctx.load(this.seats.journeysByTrips, tripId))?.plan.day;
  }

  @ResolveField(() => String, { nullable: true, description: 'The bus: its number and kind.' })
  @Allow(ownSeats)
  async bus(@Parent() { tripId }: TransportSeatView, @Ctx() ctx: RequestContext): Promise<string | undefined> {
    const journey = await ctx.load(this.seats.journeysByTrips, tripId);
    return journey && `${journey.trip.nth} · ${journey.trip.vehicle}`;
  }

  @ResolveField(() => TransportStopView, { nullable: true, description: 'Where and when you board.' })
  @Allow(ownSeats)
  async boards(
    @Parent() { boardsAt }: TransportSeatView,
    @Ctx() ctx: RequestContext,
  ): Promise<TransportStopView | undefined> {
    const stop = await ctx.load(this.seats.stopsByIds, boardsAt);
    return stop && toTransportStopView(stop);
  }

  @ResolveField(() => TransportStopView, { nullable: true, description: 'Where and when you leave.' })
  @Allow(ownSeats)
  async leaves(
    @Parent() { leavesAt }: TransportSeatView,
    @Ctx() ctx: RequestContext,
  ): Promise<TransportStopView | undefined> {
    const stop = await ctx.load(this.seats.stopsByIds, leavesAt);
    return stop && toTransportStopView(stop);
  }
}
