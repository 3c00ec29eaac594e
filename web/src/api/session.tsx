import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { Provider as ApiProvider } from 'urql';
import { changeLanguage } from '../i18n/i18n';
import { forgetPass } from '../pass/kept-pass';
import { closeLive, createApi } from './client';
import { LogInDocument, LogOutDocument, MeDocument, type MeQuery } from './session.graphql.ts';
import type { CombinedError } from '@urql/core';

export type Me = MeQuery['me'];

interface Session {
  /** Who is logged in; null: nobody, undefined: not known yet. */
  readonly me: Me | null | undefined;
  /** Nobody could be asked who is logged in; it is asked again when the line is back. */
  readonly isOffline: boolean;
  /** Resolves to what is wrong, or to nothing. */
  readonly logIn: (input: { readonly login: string; readonly password: string }) => Promise<CombinedError | undefined>;
  readonly logOut: () => Promise<void>;
  /** Asks again who is logged in, after a sign-up for example. */
  readonly refresh: () => Promise<Me | null>;
}

/** How soon it is tried again when nobody could be asked. */
const againMs = 15_000;

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
  const [isOffline, setOffline] = useState(false);

  const adopt = useCallback(async (): Promise<Me | null> => {
    await closeLive();
    const fresh = createApi(() => setMe(null));
    const { data, error } = await fresh.query(MeDocument, {});
    setOffline(error !== undefined && error.graphQLErrors.length === 0);
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

  useEffect(() => {
    if (!isOffline) return undefined;
    const again = (): void => void adopt();
    // Not every browser notices that a line is back.
    const timer = setInterval(again, againMs);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [isOffline, adopt]);

  const session = useMemo<Session>(
    () => ({
      me,
      isOffline,
      refresh: adopt,
      logIn: async (input) => {
        const { error } = await api.mutation(LogInDocument, { input: { ...input, keepIn: 'COOKIE' } });
        if (!error) await adopt();
        return error;
      },
      logOut: async () => {
        await api.mutation(LogOutDocument, {});
        forgetPass();
        await adopt();
      },
    }),
    [me, isOffline, api, adopt],
  );

  return (
    <SessionContext value={session}>
      <ApiProvider value={api}>{children}</ApiProvider>
    </SessionContext>
  );
}
