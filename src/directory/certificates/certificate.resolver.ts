import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx } from '../../platform/auth/request-viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { publicCatalogue } from '../taxonomies/taxonomy.policy.js';
import { Certificates } from './certificate.service.js';
import { CertificateConnection, CertificateView, toCertificateView } from './certificate.view.js';

@Resolver(() => CertificateView)
export class CertificateResolver {
  constructor(private readonly catalogue: Certificates) {}

  @Query(() => CertificateConnection, { description: 'Certificates, ordered by code.' })
  @Allow(publicCatalogue)
  async certificates(@Args() args: PageArgs, @Ctx() ctx: RequestContext): Promise<Connection<CertificateView>> {
    return toConnection(await this.catalogue.page(args), (row) => toCertificateView(row, ctx.language));
  }
}
