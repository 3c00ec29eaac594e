import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Workers } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Candidates } from './candidate.service.js';
import { CandidateSkill, CandidateView, Person } from './candidate.view.js';

const parties = {
  to: ['enterprise', 'worker'],
  owns: 'candidates of deals that the viewer is party to',
  scope: 'labour:read',
} as const;

@Resolver(() => CandidateView)
export class CandidateResolver {
  constructor(
    private readonly candidates: Candidates,
    private readonly workers: Workers,
  ) {}

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who it is; null until the worker has accepted an offer of yours.',
  })
  @Allow(parties)
  async person(
    @Parent() candidate: CandidateView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<Person | undefined> {
    return ctx.load(this.candidates.personsByKey, Candidates.key(viewer, candidate.id));
  }

  @ResolveField(() => [CandidateSkill], { description: 'What the worker can do.' })
  @Allow(parties)
  async skills(@Parent() candidate: CandidateView, @Ctx() ctx: RequestContext): Promise<CandidateSkill[]> {
    const skills = (await ctx.load(this.workers.skillsOf, candidate.id)) ?? [];
    return skills.map(({ occupationId, level }) => ({ occupationId, level }));
  }
}
