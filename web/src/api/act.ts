import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { type Problem, problemOf } from './problem';

interface Acting<Data, Variables> {
  /** Does it; resolves to the answer, or to nothing where it was refused. */
  readonly act: (variables: Variables) => Promise<Data | undefined>;
  readonly isBusy: boolean;
  /** Why the last try was refused. */
  readonly problem: Problem | undefined;
}

/** A mutation as a button or a form needs it. */
export function useAct<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Acting<Data, Variables> {
  const { t } = useTranslation();
  const [{ fetching }, run] = useMutation(document);
  const [problem, setProblem] = useState<Problem>();
  const offline = t('state.offline');
  const act = useCallback(
    async (variables: Variables): Promise<Data | undefined> => {
      const { data, error } = await run(variables);
      setProblem(problemOf(error, offline));
      return error ? undefined : data;
    },
    [run, offline],
  );
  return { act, isBusy: fetching, problem };
}
