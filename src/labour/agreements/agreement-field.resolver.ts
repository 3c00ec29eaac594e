import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Enterprises,
  EnterpriseView,
  Occupations,
  OccupationView,
  toEnterpriseView,
  toOccupationView,
} from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { ComplianceFindingView, toComplianceFindingView } from '../compliance/compliance.view.js';
import { Needs } from '../needs/need.service.js';
import { LabourNeedView, toNeedView } from '../needs/need.view.js';
import { Agreements } from './agreement.service.js';
import {
  AgreementActionEnum,
  AgreementCommentConnection,
  AgreementCommentView,
  AgreementView,
  SignatureView,
  TermsVersionView,
  TermTextView,
  toAgreementView,
  toCommentView,
  toSignatureView,
  toTermTexts,
  toVersionViews,
} from './agreement.view.js';
import type { AgreementAction } from './agreement-action.rules.js';
import { AgreedHeadsDto, TermsDto } from './terms.dto.js';

const readers = {
  to: ['enterprise', 'bureau'],
  owns: 'agreements whose host or lender the viewer is; for an officer, signed ones of the jurisdiction',
  scope: 'labour:read',
} as const;

/** What hangs on an agreement. Whoever got hold of it may read it. */
@Resolver(() => AgreementView)
export class AgreementFieldResolver {
  constructor(
    private readonly agreements: Agreements,
    private readonly enterprises: Enterprises,
    private readonly needs: Needs,
  ) {}

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'Who takes workers in.' })
  @Allow(readers)
  async host(@Parent() { hostId }: AgreementView, @Me() viewer: Viewer, @Ctx() ctx: RequestContext) {
    const host = await ctx.load(this.enterprises.byIds, hostId);
    return host && toEnterpriseView(host, viewer);
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'Who lends its workers.' })
  @Allow(readers)
  async lender(@Parent() { lenderId }: AgreementView, @Me() viewer: Viewer, @Ctx() ctx: RequestContext) {
    const lender = await ctx.load(this.enterprises.byIds, lenderId);
    return lender && toEnterpriseView(lender, viewer);
  }

  @ResolveField(() => LabourNeedView, { nullable: true, description: 'The need that it began with.' })
  @Allow(readers)
  async need(@Parent() { needId }: AgreementView, @Ctx() ctx: RequestContext): Promise<LabourNeedView | undefined> {
    const need = needId === null ? undefined : await ctx.load(this.needs.byIds, needId);
    return need && toNeedView(need);
  }

  @ResolveField(() => AgreementView, { nullable: true, description: 'The agreement that it changes.' })
  @Allow(readers)
  async parent(@Parent() { parentId }: AgreementView, @Ctx() ctx: RequestContext): Promise<AgreementView | undefined> {
    const parent = parentId === null ? undefined : await ctx.load(this.agreements.byIds, parentId);
    return parent && toAgreementView(parent);
  }

  @ResolveField(() => TermsDto, { description: 'The newest terms; from issue on the binding ones.' })
  @Allow(readers)
  async terms(@Parent() { id }: AgreementView, @Ctx() ctx: RequestContext): Promise<unknown> {
    return orRefuse(await ctx.load(this.agreements.rowsOf, id), notFound()).terms;
  }

  @ResolveField(() => [TermTextView], { description: 'The newest terms in words, for a reader.' })
  @Allow(readers)
  async wording(@Parent() { id }: AgreementView, @Ctx() ctx: RequestContext): Promise<TermTextView[]> {
    return toTermTexts(orRefuse(await ctx.load(this.agreements.rowsOf, id), notFound()).terms, ctx.language);
  }

  @ResolveField(() => [TermsVersionView], { description: 'Every version with what it changed, oldest first.' })
  @Allow(readers)
  async versions(@Parent() { id, hostId }: AgreementView, @Ctx() ctx: RequestContext): Promise<TermsVersionView[]> {
    return toVersionViews((await ctx.load(this.agreements.versionsOf, id)) ?? [], hostId, ctx.language);
  }

  @ResolveField(() => [ComplianceFindingView], { description: 'What is missing or risky in the newest terms.' })
  @Allow(readers)
  async findings(@Parent() agreement: AgreementView, @Ctx() ctx: RequestContext): Promise<ComplianceFindingView[]> {
    const { terms } = orRefuse(await ctx.load(this.agreements.rowsOf, agreement.id), notFound());
    return this.agreements.findingsOf(agreement, terms).map((found) => toComplianceFindingView(found, ctx.language));
  }

  @ResolveField(() => [SignatureView], { description: 'Who has signed, first signature first.' })
  @Allow(readers)
  async signatures(
    @Parent() { id, hostId, contentHash }: AgreementView,
    @Ctx() ctx: RequestContext,
  ): Promise<SignatureView[]> {
    const all = (await ctx.load(this.agreements.signaturesOf, id)) ?? [];
    return all.filter((one) => one.contentHash === contentHash).map((one) => toSignatureView(one, hostId));
  }

  @ResolveField(() => AgreementCommentConnection, { description: 'What was said about it, newest first.' })
  @Allow(readers)
  async comments(@Parent() { id }: AgreementView, @Args() page: PageArgs): Promise<Connection<AgreementCommentView>> {
    return toConnection(await this.agreements.comments(id, page), toCommentView);
  }

  @ResolveField(() => [AgreementActionEnum], { description: 'What you may do with it now.' })
  @Allow(readers)
  async actions(
    @Parent() agreement: AgreementView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<AgreementAction[]> {
    const row = orRefuse(await ctx.load(this.agreements.rowsOf, agreement.id), notFound());
    return this.agreements.actionsOf(viewer, agreement, row);
  }
}

/** Comments say whose side they come from. */
@Resolver(() => AgreementCommentView)
export class AgreementCommentResolver {
  constructor(private readonly enterprises: Enterprises) {}

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'The side that said it.' })
  @Allow(readers)
  async author(@Parent() { authorId }: AgreementCommentView, @Me() viewer: Viewer, @Ctx() ctx: RequestContext) {
    const author = await ctx.load(this.enterprises.byIds, authorId);
    return author && toEnterpriseView(author, viewer);
  }
}

/** Heads say what their occupation is called. */
@Resolver(() => AgreedHeadsDto)
export class AgreedHeadsResolver {
  constructor(private readonly occupations: Occupations) {}

  @ResolveField(() => OccupationView, { nullable: true, description: 'The occupation.' })
  @Allow(readers)
  async occupation(@Parent() { occupationId }: AgreedHeadsDto, @Ctx() ctx: RequestContext) {
    const occupation = await ctx.load(this.occupations.byIds, occupationId);
    return occupation && toOccupationView(occupation, ctx.language);
  }
}
