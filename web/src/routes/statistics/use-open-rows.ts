import { useEffect, useState } from 'react';
import { languageNow } from '../../i18n/i18n';
import type { OpenRow } from './statistics.rules';

type OpenAnswer =
  { readonly of: string; readonly rows: readonly OpenRow[] } | { readonly of: string; readonly fault: string };

/** The published figures at an address; undefined until they are there. A fault is in words, empty where there is no network. */
export function useOpenRows(address: string): OpenAnswer | undefined {
  const [answer, setAnswer] = useState<OpenAnswer>();
  useEffect(() => {
    const asking = new AbortController();
    const ask = async (): Promise<OpenAnswer> => {
      const { signal } = asking;
      const response = await fetch(address, { headers: { 'accept-language': languageNow() }, signal });
      const told = (await response.json()) as {
        readonly rows?: readonly OpenRow[];
        readonly error?: { readonly message?: string };
      };
      return told.rows ? { of: address, rows: told.rows } : { of: address, fault: told.error?.message ?? '' };
    };
    void ask().then(setAnswer, () => {
      if (!asking.signal.aborted) setAnswer({ of: address, fault: '' });
    });
    return () => asking.abort();
  }, [address]);
  return answer?.of === address ? answer : undefined;
}
