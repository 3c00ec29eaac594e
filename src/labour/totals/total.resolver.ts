import { Query, Resolver } from '@nestjs/graphql';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import { PublicTotals } from './total.service.js';
import { PublicTotalsView } from './total.view.js';

@Resolver(() => PublicTotalsView)
export class PublicTotalsResolver {
  constructor(private readonly totals: PublicTotals) {}

  @Query(() => PublicTotalsView, { description: 'Counts over the whole platform, for anyone.' })
  @Allow({ to: everyone, owns: 'counts over everything, nothing of anyone', scope: 'labour:read' })
  async publicTotals(): Promise<PublicTotalsView> {
    return this.totals.get();
  }
}
