import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { CreateApiKeyInput, RevokeApiKeyInput } from './account.input.js';
import { ApiKeyConnection, ApiKeyView, CreatedApiKey, toApiKeyView } from './account.view.js';
import { ApiKeys } from './api-key.service.js';

// No scope: an API key can neither see nor make keys.
const own = { to: ['enterprise'], owns: 'API keys of the viewer’s enterprise; owners make and revoke them' } as const;

@Resolver(() => ApiKeyView)
export class ApiKeyResolver {
  constructor(private readonly keys: ApiKeys) {}

  @Mutation(() => CreatedApiKey, { description: 'Makes a key for your enterprise’s systems; owners only.' })
  @Allow(own)
  async createApiKey(@Me() viewer: EnterpriseViewer, @Args('input') input: CreateApiKeyInput): Promise<CreatedApiKey> {
    const { key, secret } = await this.keys.create(viewer, input);
    return { apiKey: toApiKeyView(key), secret };
  }

  @Mutation(() => ApiKeyView, { description: 'Revokes a key at once; owners only.' })
  @Allow(own)
  async revokeApiKey(@Me() viewer: EnterpriseViewer, @Args('input') input: RevokeApiKeyInput): Promise<ApiKeyView> {
    return toApiKeyView(await this.keys.revoke(viewer, input.apiKeyId));
  }

  @Query(() => ApiKeyConnection, { description: 'Keys of your enterprise, newest first.' })
  @Allow(own)
  async apiKeys(@Me() viewer: EnterpriseViewer, @Args() page: PageArgs): Promise<Connection<ApiKeyView>> {
    return toConnection(await this.keys.list(viewer, page), toApiKeyView);
  }
}
