import type { TypedDocumentNode } from '@urql/core';
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';
import { type AnyVariables, useQuery, type UseQueryArgs, type UseQueryResponse, useSubscription } from 'urql';

/** Counts the news that came: whoever shows something looks again when it moves. */
const NewsCount = createContext(0);

interface LiveProps<Variables extends AnyVariables> {
  /** What to hear of; its news are hints to look again. */
  readonly of: TypedDocumentNode<unknown, Variables>;
  readonly variables: Variables;
  readonly children: ReactNode;
}

/** Everything below looks again when `of` says that something changed. */
export function Live<Variables extends AnyVariables>({ of, variables, children }: LiveProps<Variables>): ReactNode {
  const above = use(NewsCount);
  const [count, setCount] = useState(0);
  // The first is no news: it comes as soon as one listens, and again after a lost line.
  const hear = useCallback((before: number | undefined): number => {
    if (before !== undefined) setCount((known) => known + 1);
    return (before ?? 0) + 1;
  }, []);
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
