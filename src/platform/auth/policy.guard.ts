import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { forbidden, RefusedError, unauthenticated } from '../errors/index.js';
import { type Policy, POLICY } from './allow.decorator.js';
import { viewerFrom } from './request-viewer.js';

/** Deny by default: an operation without a policy is nobody's. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!policy) throw new RefusedError(forbidden);
    const viewer = await viewerFrom(context);
    if (!policy.to.includes(viewer.kind))
      throw new RefusedError(viewer.kind === 'anonymous' ? unauthenticated : forbidden);
    const granted = viewer.kind === 'enterprise' ? viewer.scopes : undefined;
    if (granted && !(policy.scope && granted.includes(policy.scope))) throw new RefusedError(forbidden);
    return true;
  }
}
