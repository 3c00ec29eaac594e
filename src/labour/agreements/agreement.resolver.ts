import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import {
  AgreementListArgs,
  AgreementVersionInput,
  AmendAgreementInput,
  CommentInput,
  DraftAgreementInput,
  ProposeTermsInput,
  RejectAgreementInput,
  SignAgreementInput,
  TerminateAgreementInput,
} from './agreement.input.js';
import { Agreements } from './agreement.service.js';
import { AgreementConnection, AgreementView, toAgreementView } from './agreement.view.js';
import { AgreementChanges } from './agreement-change.service.js';
import { Negotiations } from './negotiation.service.js';
import { Signings } from './signing.service.js';

const party = {
  to: ['enterprise'],
  owns: 'agreements whose host or lender the viewer’s enterprise is',
  scope: 'labour:write',
} as const;
/** Nobody signs by API key: a signature needs a person and their password. */
const signatory = { to: ['enterprise'], owns: party.owns } as const;
const readers = {
  to: ['enterprise', 'bureau'],
  owns: 'agreements whose host or lender the viewer is; for an officer, signed ones of the jurisdiction',
  scope: 'labour:read',
} as const;

@Resolver(() => AgreementView)
export class AgreementResolver {
  constructor(
    private readonly agreements: Agreements,
    private readonly negotiations: Negotiations,
    private readonly signings: Signings,
    private readonly changes: AgreementChanges,
  ) {}

  @Mutation(() => AgreementView, {
    description: 'Begins a negotiation with the other side of an offer. Terms begin with the need’s facts.',
  })
  @Allow(party)
  async draftAgreement(@Me() viewer: EnterpriseViewer, @Args('input') input: DraftAgreementInput) {
    return toAgreementView(await this.negotiations.draft(viewer, input));
  }

  @Mutation(() => AgreementView, { description: 'Proposes terms. What was issued is open again.' })
  @Allow(party)
  async proposeTerms(@Me() viewer: EnterpriseViewer, @Args('input') input: ProposeTermsInput) {
    return toAgreementView(await this.negotiations.propose(viewer, input));
  }

  @Mutation(() => AgreementView, { description: 'Says something about the terms. It binds nobody.' })
  @Allow(party)
  async commentOnAgreement(@Me() viewer: EnterpriseViewer, @Args('input') input: CommentInput) {
    return toAgreementView(await this.negotiations.comment(viewer, input));
  }

  @Mutation(() => AgreementView, {
    description:
      'Agrees to the terms that the other side proposed last; RULE_VIOLATED while a mandatory clause is empty.',
  })
  @Allow(party)
  async issueAgreement(@Me() viewer: EnterpriseViewer, @Args('input') input: AgreementVersionInput) {
    return toAgreementView(await this.negotiations.issue(viewer, input));
  }

  @Mutation(() => AgreementView, { description: 'Ends a negotiation, or refuses to sign.' })
  @Allow(party)
  async rejectAgreement(@Me() viewer: EnterpriseViewer, @Args('input') input: RejectAgreementInput) {
    return toAgreementView(await this.negotiations.reject(viewer, input.agreementId, input.reason));
  }

  @Mutation(() => AgreementView, {
    description: 'Signs for your side. With the second signature it binds, and its paper is sealed.',
  })
  @Allow(signatory)
  async signAgreement(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: SignAgreementInput,
    @Ctx() ctx: RequestContext,
  ) {
    return toAgreementView(await this.signings.sign(viewer, input, ctx.ip));
  }

  @Mutation(() => AgreementView, { description: 'Proposes other terms for a signed agreement: a draft to negotiate.' })
  @Allow(party)
  async amendAgreement(@Me() viewer: EnterpriseViewer, @Args('input') input: AmendAgreementInput) {
    return toAgreementView(await this.changes.amend(viewer, input));
  }

  @Mutation(() => AgreementView, { description: 'Proposes to end a signed agreement early; it waits for signatures.' })
  @Allow(party)
  async terminateAgreement(@Me() viewer: EnterpriseViewer, @Args('input') input: TerminateAgreementInput) {
    return toAgreementView(await this.changes.terminate(viewer, input));
  }

  @Query(() => AgreementView, { nullable: true, description: 'One agreement that you may read.' })
  @Allow(readers)
  async agreement(@Me() viewer: Viewer, @IdArg() id: string): Promise<AgreementView> {
    return toAgreementView(await this.agreements.require(viewer, id, 'id'));
  }

  @Query(() => AgreementConnection, { name: 'agreements', description: 'Agreements that you may read, newest first.' })
  @Allow(readers)
  async list(@Me() viewer: Viewer, @Args() args: AgreementListArgs): Promise<Connection<AgreementView>> {
    return toConnection(await this.agreements.list(viewer, args), toAgreementView);
  }
}
