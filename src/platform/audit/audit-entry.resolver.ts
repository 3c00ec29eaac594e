import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.decorator.js';
import { type Connection, toConnection } from '../graphql/connection.js';
import { AuditEntryArgs } from './audit-entry.input.js';
import { AuditTrail } from './audit-entry.service.js';
import { AuditEntryConnection, AuditEntryView, toAuditEntryView } from './audit-entry.view.js';

@Resolver(() => AuditEntryView)
export class AuditEntryResolver {
  constructor(private readonly trail: AuditTrail) {}

  @Query(() => AuditEntryConnection, { description: 'What was done by whom, newest first.' })
  @Allow({ to: ['operator'], owns: 'the whole trail' })
  async auditEntries(@Args() args: AuditEntryArgs): Promise<Connection<AuditEntryView>> {
    return toConnection(await this.trail.page(args), toAuditEntryView);
  }
}
