import { type PipeTransform } from '@nestjs/common';
import { Args, ID } from '@nestjs/graphql';
import { isUUID } from 'class-validator';
import { notFound, RefusedError } from '../errors/index.js';

class ExistingId implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  transform(value: string): string {
    if (!isUUID(value)) throw new RefusedError(notFound(this.name));
    return value;
  }
}

/** The id argument of a query. What is no id names nothing: NOT_FOUND, as for a random one. */
export function IdArg(description = 'Its id.', name = 'id'): ParameterDecorator {
  return Args(name, { type: () => ID, description }, new ExistingId(name));
}
