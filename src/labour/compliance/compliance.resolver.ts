import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx } from '../../platform/auth/request-viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { ComplianceRuleConnection, ComplianceRuleView, toComplianceRuleView } from './compliance.view.js';
import { pageOfRules } from './rule-book.js';

@Resolver(() => ComplianceRuleView)
export class ComplianceResolver {
  @Query(() => ComplianceRuleConnection, { description: 'The legal rules that the service knows, R1 to R48 in order.' })
  @Allow({ to: everyone, owns: 'nothing: a public catalogue', scope: 'labour:read' })
  complianceRules(@Args() page: PageArgs, @Ctx() ctx: RequestContext): Connection<ComplianceRuleView> {
    return toConnection(pageOfRules(page), (rule) => toComplianceRuleView(rule, ctx.language));
  }
}
