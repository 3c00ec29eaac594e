import { expect, it } from 'vitest';
import { type OperationDefinitionNode, parse } from 'graphql';
import { operationSpanName } from './request-span.rules.js';

const nameOf = (document: string): string =>
  operationSpanName(parse(document).definitions[0] as OperationDefinitionNode);

it('a request is called by the type and name of its operation, without a name by its first field', () => {
  expect(nameOf('mutation Publish { publishNeed(input: {}) { id } }')).toBe('mutation Publish');
  expect(nameOf('{ alias: me { id } needs { id } }')).toBe('query me');
  expect(nameOf('{ ...All }')).toBe('query');
});

it('a name that is long or full of digits is not shown', () => {
  expect(nameOf('query Of13800001234 { me { id } }')).toBe('query me');
  expect(nameOf(`query ${'A'.repeat(61)} { me { id } }`)).toBe('query me');
});
