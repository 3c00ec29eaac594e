import { cacheExchange, Client, fetchExchange, subscriptionExchange } from '@urql/core';
import type { Client as LiveClient } from 'graphql-ws';
import { languageNow } from '../i18n/i18n';

/** What a page is told besides data: that somebody has to log in again. */
type OnSessionOver = () => void;

let live: Promise<LiveClient> | undefined;

/** Opened with the first subscription; the cookie says who is calling. */
function liveClient(): Promise<LiveClient> {
  live ??= import('graphql-ws').then(({ createClient }) =>
    createClient({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
      connectionParams: () => ({ language: languageNow() }),
      retryAttempts: Infinity,
      shouldRetry: () => true,
    }),
  );
  return live;
}

export function createApi(onSessionOver: OnSessionOver): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: { 'accept-language': languageNow() } }),
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      if (answer.status === 401) onSessionOver();
      return answer;
    },
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => {
            let stop: (() => void) | undefined;
            let isOver = false;
            void liveClient().then((client) => {
              if (isOver) return;
              stop = client.subscribe(
                { ...request, query: request.query ?? '' },
                {
                  next: (value) => sink.next(value as Parameters<typeof sink.next>[0]),
                  error: (error) => sink.error(error),
                  complete: () => sink.complete(),
                },
              );
            });
            return {
              unsubscribe: () => {
                isOver = true;
                stop?.();
              },
            };
          },
        }),
      }),
    ],
  });
}

/** After another log-in: the socket must say anew who is calling. */
export async function closeLive(): Promise<void> {
  const client = await live;
  live = undefined;
  await client?.dispose();
}
