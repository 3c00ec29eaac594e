import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../auth/request-context.js';
import { toClientError } from './client-error.js';

/** Every error of a response passes here: it gets its code, the caller's language, and nothing internal. */
export function clientErrorPlugin(logger: Logger): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, errors, contextValue }) => {
          if (!errors || response.body.kind !== 'single') return Promise.resolve();
          const reader = contextValue as RequestContext;
          const clientErrors: GraphQLFormattedError[] = errors.map((error) => {
            const { formatted, unexpected } = toClientError(error, reader);
            if (unexpected !== undefined)
              logger.error(
                { err: unexpected, requestId: reader.requestId, path: error.path?.join('.') },
                'request failed',
              );
            return formatted;
          });
          response.body.singleResult = { ...response.body.singleResult, errors: clientErrors };
          // A request refused before execution is the caller's fault, whatever a plugin's error said.
          const refused = clientErrors.every(({ extensions }) => extensions?.['code'] === 'REQUEST_REFUSED');
          if (refused && (response.http.status ?? 500) >= 500) response.http.status = 400;
          return Promise.resolve();
        },
      }),
  };
}
