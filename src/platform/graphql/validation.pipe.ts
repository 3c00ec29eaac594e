import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { platformMessages, RefusedError, type Refusal } from '../errors/index.js';
import type { FaultContext } from './input-fields.js';

/** Validates every argument class; all faults of an input are reported together, each with its path. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) => {
      const [first, ...others] = errors.flatMap((error) => refusalsOf(error, 'input'));
      return new RefusedError(first ?? faultAt('input'), ...others);
    },
  });
}

function refusalsOf(error: ValidationError, parent: string): Refusal[] {
  const path = `${parent}.${error.property}`;
  const contexts: Record<string, FaultContext | undefined> = error.contexts ?? {};
  const own = Object.keys(error.constraints ?? {}).map((name) => {
    const context = contexts[name];
    return context
      ? {
          code: 'VALIDATION_FAILED' as const,
          field: path,
          message: context.message,
          ...(context.params && { params: context.params }),
        }
      : faultAt(path);
  });
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => refusalsOf(child, path))];
}

const faultAt = (field: string): Refusal => ({
  code: 'VALIDATION_FAILED',
  message: platformMessages.invalidValue,
  params: { field },
  field,
});
