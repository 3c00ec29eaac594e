import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { Provider as ApiProvider } from 'urql';
import { changeLanguage } from '../i18n/i18n';
import { closeLive, createApi } from './client';
import { LogInDocument, LogOutDocument, MeDocument, type MeQuery } from './session.graphql.ts';
import type { CombinedError } from '@urql/core';

export type Me = MeQuery['me'];

interface Session {
  /** Who is logged in; null: nobody, undefined: not known yet. */
  readonly me: Me | null | undefined;
  /** Resolves to what is wrong, or to nothing. */
  readonly logIn: (input: { readonly login: string; readonly password: string }) => Promise<CombinedError | undefined>;
  readonly logOut: () => Promise<void>;
  /** Asks again who is logged in, after a sign-up for example. */
  readonly refresh: () => Promise<Me | null>;
}

const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession() needs a SessionProvider above it');
  return session;
}

/** Knows who is logged in, and gives everything below a client whose cache belongs to them alone. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [me, setMe] = useState<Me | null>();
  const [api, setApi] = useState(() => createApi(() => setMe(null)));
  const [isStarted, setStarted] = useState(false);

  const adopt = useCallback(async (): Promise<Me | null> => {
    await closeLive();
    const fresh = createApi(() => setMe(null));
    const { data } = await fresh.query(MeDocument, {});
    const found = data?.me ?? null;
    if (found) await changeLanguage(found.language === 'EN' ? 'en' : 'zh-CN');
    setMe(found);
    setApi(fresh);
    return found;
  }, []);

  if (!isStarted) {
    setStarted(true);
    void adopt();
  }

  const session = useMemo<Session>(
    () => ({
      me,
      refresh: adopt,
      logIn: async (input) => {
        const { error } = await api.mutation(LogInDocument, { input: { ...input, keepIn: 'COOKIE' } });
        if (!error) await adopt();
        return error;
      },
      logOut: async () => {
        await api.mutation(LogOutDocument, {});
        await adopt();
      },
    }),
    [me, api, adopt],
  );

  return (
    <SessionContext value={session}>
      <ApiProvider value={api}>{children}</ApiProvider>
    </SessionContext>
  );
}
