import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Parts to set; what is empty goes. */
export type Go = (parts: Readonly<Record<string, string>>) => void;

/** What is looked at stands in the address: it can be sent to a colleague, and the browser's way back works. */
export function useAddress(): [URLSearchParams, Go] {
  const [search, setSearch] = useSearchParams();
  const go = useCallback<Go>(
    (parts) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(parts)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      }),
    [setSearch],
  );
  return [search, go];
}
