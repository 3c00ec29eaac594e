import { SetMetadata } from '@nestjs/common';
import type { Scope, ViewerKind } from './viewer.js';

export const POLICY = Symbol('POLICY');

/** Who may call an operation at all, and what it may then touch. */
export interface Policy {
  /** Kinds of viewer that may call; everyone else gets UNAUTHENTICATED or FORBIDDEN. */
  readonly to: readonly ViewerKind[];
  /** Whose rows it reads or changes, in words; the service enforces it and answers NOT_FOUND for others. */
  readonly owns: string;
  /** What an API key needs; without a scope, API keys may not call. */
  readonly scope?: Scope;
}

/**
 * Every operation names its policy; one without is refused at run time and fails the contract test.
 *
 *     @Allow({ to: ['enterprise'], owns: 'needs of the viewer’s enterprise', scope: 'labour:write' })
 */
export const Allow = (policy: Policy): MethodDecorator & ClassDecorator => SetMetadata(POLICY, policy);

/** Anyone, logged in or not. */
export const everyone: readonly ViewerKind[] = ['anonymous', 'enterprise', 'worker', 'bureau', 'operator'];
export const members: readonly ViewerKind[] = ['enterprise', 'worker', 'bureau', 'operator'];
