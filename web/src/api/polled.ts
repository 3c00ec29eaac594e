import { useEffect } from 'react';
import { type AnyVariables, useQuery, type UseQueryArgs, type UseQueryResponse } from 'urql';

/** A query that looks again by itself, for what tells no news; it rests while nobody sees the page. */
export function usePolledQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
  everyMs: number,
): UseQueryResponse<Data, Variables> {
  const [answer, ask] = useQuery(args);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ask, everyMs]);
  return [answer, ask];
}
