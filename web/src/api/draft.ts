import { useCallback, useEffect, useState } from 'react';

/** What is to be changed; as a function where it follows from what there is, which may not have been drawn yet. */
export type Change<T> = Partial<T> | ((before: T) => Partial<T>);

/**
 * The state of a form that a reload, a log-out or a lost line does not take away. Kept in this browser under `key` until
 * it is cleared; nothing that must stay secret belongs in one.
 */
export function useDraft<T extends object>(key: string, blank: T): [T, (change: Change<T>) => void, () => void] {
  const place = `gongji.draft.${key}`;
  const [draft, setDraft] = useState<T>(() => ({ ...blank, ...read(place) }));
  const [isTouched, setTouched] = useState(false);
  useEffect(() => {
    if (isTouched) localStorage.setItem(place, JSON.stringify(draft));
  }, [place, draft, isTouched]);
  const change = useCallback((change: Change<T>) => {
    setTouched(true);
    setDraft((before) => ({ ...before, ...(typeof change === 'function' ? change(before) : change) }));
  }, []);
  const clear = useCallback(() => {
    localStorage.removeItem(place);
    setTouched(false);
    setDraft(blank);
  }, [place, blank]);
  return [draft, change, clear];
}

function read(place: string): object {
  const text = localStorage.getItem(place);
  if (text === null) return {};
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? found : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
