import { Kind, type OperationDefinitionNode } from 'graphql';

/** A caller chooses it, so it is kept short. */
const longestName = 60;

/**
 * What a request's span is called: the type and the name of its operation, or the first field where it has no name fit to
 * be shown. Never its variables or its document.
 */
export function operationSpanName({ operation, name, selectionSet }: OperationDefinitionNode): string {
  const given = name?.value ?? '';
  if (given !== '' && given.length <= longestName && !/\d{6}/.test(given)) return `${operation} ${given}`;
  const field = selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  return field ? `${operation} ${field.name.value}` : operation;
}
