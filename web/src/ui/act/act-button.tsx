import type { TypedDocumentNode } from '@urql/core';
import type { ReactNode } from 'react';
import type { AnyVariables } from 'urql';
import { useAct } from '../../api/act';
import { Button, type ButtonKind } from '../button';
import { Notice } from '../notice';
import { useToast } from '../toast';

interface ActButtonProps<Data, Variables> {
  readonly label: string;
  readonly kind?: ButtonKind;
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  /** What is told once it is done. */
  readonly done: string;
  readonly onDone?: () => void;
}

/** One press, one step; why not, where it was refused. */
export function ActButton<Data, Variables extends AnyVariables>(props: ActButtonProps<Data, Variables>): ReactNode {
  const { label, kind = 'plain', document, variables, done, onDone } = props;
  const tell = useToast();
  const { act, isBusy, problem } = useAct(document);
  const run = async (): Promise<void> => {
    if (!(await act(variables))) return;
    tell({ text: done });
    onDone?.();
  };
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Button kind={kind} isBusy={isBusy} onClick={() => void run()}>
        {label}
      </Button>
    </>
  );
}
