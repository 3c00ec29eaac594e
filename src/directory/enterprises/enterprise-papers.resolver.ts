import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, members } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { StoredFiles } from '../../platform/files/stored-file.service.js';
import { Regions } from '../regions/region.service.js';
import { EnterpriseVerification } from './enterprise-verification.service.js';
import { CompleteMyRegistrationInput, StateEnterpriseSizeInput } from './enterprise.input.js';
import { Enterprises } from './enterprise.service.js';
import { maySeePapers } from './enterprise.policy.js';
import { EnterprisePapersView, EnterpriseView, toEnterpriseView, toPapersView } from './enterprise.view.js';

/** What a bureau goes by when it verifies. */
@Resolver(() => EnterpriseView)
export class EnterprisePapersResolver {
  constructor(
    private readonly verification: EnterpriseVerification,
    private readonly enterprises: Enterprises,
    private readonly regions: Regions,
    private readonly files: StoredFiles,
  ) {}

  @Mutation(() => EnterpriseView, {
    description: 'Says who stands behind the viewer’s registration, while its bureau has not decided; owners only.',
  })
  @Allow({ to: ['enterprise'], owns: 'the viewer’s own enterprise' })
  async completeMyRegistration(
    @Args('input', { description: 'Who stands behind it.' }) input: CompleteMyRegistrationInput,
    @Me() viewer: EnterpriseViewer,
  ): Promise<EnterpriseView> {
    return toEnterpriseView(await this.verification.complete(viewer, input), viewer);
  }

  @Mutation(() => EnterpriseView, { description: 'Says how large the viewer’s enterprise is; owners only.' })
  @Allow({ to: ['enterprise'], owns: 'the viewer’s own enterprise' })
  async stateMyEnterpriseSize(
    @Args('input', { description: 'Its size.' }) { size }: StateEnterpriseSizeInput,
    @Me() viewer: EnterpriseViewer,
  ): Promise<EnterpriseView> {
    return toEnterpriseView(await this.enterprises.stateSize(viewer, size), viewer);
  }

  @ResolveField(() => EnterprisePapersView, {
    nullable: true,
    description: 'Who stands behind its registration, and its licence; only for its own members and its bureau.',
  })
  @Allow({
    to: members,
    owns: 'papers of the viewer’s enterprise, or of one in the bureau’s jurisdiction',
    scope: 'directory:read',
  })
  async papers(
    @Parent() enterprise: EnterpriseView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterprisePapersView | null> {
    const above = await ctx.load(this.regions.ancestorsOf, enterprise.regionId);
    const covered = viewer.kind === 'bureau' && above?.has(viewer.regionId) === true;
    if (!maySeePapers(viewer, enterprise.id, covered)) return null;
    const { licenceFileId } = enterprise;
    return toPapersView(
      enterprise,
      licenceFileId === null ? undefined : await ctx.load(this.files.byIds, licenceFileId),
    );
  }
}
