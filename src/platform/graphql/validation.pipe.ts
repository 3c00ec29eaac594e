import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { platformMessages, RefusedError, type Refusal } from '../errors/index.js';
import type { FaultContext } from './input-fields.js';

class InvalidArgument extends Error {
  constructor(readonly faults: readonly ValidationError[]) {
    super('invalid argument');
  }
}

/** Validates every argument class; all faults of an input are reported together, each with its path. */
@Injectable()
export class InputValidationPipe implements PipeTransform {
  private readonly validation = new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (faults) => new InvalidArgument(faults),
  });

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return await this.validation.transform(isLoose(metadata) ? withoutNulls(value) : value, metadata);
    } catch (error) {
      if (!(error instanceof InvalidArgument)) throw error;
      // Named arguments (`input`) are part of the path; an argument class of loose arguments has no name.
      const [first, ...others] = error.faults.flatMap((fault) => refusalsOf(fault, metadata.data));
      throw new RefusedError(first ?? faultAt(metadata.data ?? ''), ...others);
    }
  }
}

/** Whether it is all loose arguments of a field together, and not one named argument. */
function isLoose({ type, data }: ArgumentMetadata): boolean {
  return type === 'body' && data === undefined;
}

/** A nullable argument that is given as null asks the same as one that is left out. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, argument]) => argument !== null));
}

function refusalsOf(fault: ValidationError, parent: string | undefined): Refusal[] {
  const field = parent ? `${parent}.${fault.property}` : fault.property;
  const contexts: Record<string, FaultContext | undefined> = fault.contexts ?? {};
  const [name] = Object.keys(fault.constraints ?? {});
  const context = name === undefined ? undefined : contexts[name];
  const own: Refusal[] =
    name === undefined ? [] : [context ? { code: 'VALIDATION_FAILED', field, ...context } : faultAt(field)];
  return [...own, ...(fault.children ?? []).flatMap((child) => refusalsOf(child, field))];
}

const faultAt = (field: string): Refusal => ({
  code: 'VALIDATION_FAILED',
  message: platformMessages.invalidValue,
  params: { field },
  field,
});
