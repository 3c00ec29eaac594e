import type { TypedDocumentNode } from '@urql/core';
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';
import { type AnyVariables, useQuery, type UseQueryArgs, type UseQueryResponse, useSubscription } from 'urql';

/** Counts the news that came: whoever shows something looks again when it moves. */
const NewsCount = createContext(0);

interface LiveProps<Variables extends AnyVariables> {
  /** What to hear of; its news are hints to look again. */
  readonly of: TypedDocumentNode<unknown, Variables>;
  readonly variables: Variables;
  /** For what may be over before one listens: what was seen until then is looked at once more. */
  readonly isShort?: boolean;
  readonly children: ReactNode;
}

/** Everything below looks again when `of` says that something changed. */
export function Live<Variables extends AnyVariables>(props: LiveProps<Variables>): ReactNode {
  const { of, variables, isShort = false, children } = props;
  const above = use(NewsCount);
  const [count, setCount] = useState(0);
  // The first is no news: it comes as soon as one listens, and again after a lost line.
  const hear = useCallback(
    (before: number | undefined): number => {
      if (before !== undefined || isShort) setCount((known) => known + 1);
      return (before ?? 0) + 1;
    },
    [isShort],
  );
  useSubscription<unknown, number, Variables>({ query: of, variables }, hear);
  return <NewsCount value={above + count}>{children}</NewsCount>;
}

/** A query whose answer follows the news; what was answered stays in sight meanwhile. */
export function useLiveQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
): UseQueryResponse<Data, Variables> {
  const news = use(NewsCount);
  const [answer, ask] = useQuery(args);
  useEffect(() => {
    if (news > 0) ask({ requestPolicy: 'network-only' });
  }, [news, ask]);
  return [answer, ask];
}
