import { useCallback, useEffect, useState } from 'react';
import type { SheetKind } from '../../api/sheet-import';
import type { Sheet } from './sheet.rules';

/** Typing goes on while it is kept. */
const waitMs = 400;

interface KeptSheet {
  readonly sheet: Sheet | undefined;
  readonly change: (next: (before: Sheet) => Sheet) => void;
  readonly put: (sheet: Sheet | undefined) => void;
  /** Whether a reload would bring it back; a very large one fits no browser's store. */
  readonly isKept: boolean;
}

/** The sheet of one kind and account, which a reload of this tab does not take away. Another account does not see it. */
export function useSheet(kind: SheetKind, accountId: string): KeptSheet {
  const place = `gongji.sheet.${kind}.${accountId}`;
  const [sheet, put] = useState<Sheet | undefined>(() => read(place));
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    const keep = (): void => setKept(write(place, sheet));
    const timer = window.setTimeout(keep, waitMs);
    window.addEventListener('pagehide', keep);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [place, sheet]);
  const change = useCallback((next: (before: Sheet) => Sheet): void => put((before) => before && next(before)), []);
  return { sheet, change, put, isKept };
}

function read(place: string): Sheet | undefined {
  const text = sessionStorage.getItem(place);
  // Written by this page alone, for this tab alone.
  return text === null ? undefined : (JSON.parse(text) as Sheet);
}

function write(place: string, sheet: Sheet | undefined): boolean {
  try {
    if (sheet) sessionStorage.setItem(place, JSON.stringify(sheet));
    else sessionStorage.removeItem(place);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    sessionStorage.removeItem(place);
    return false;
  }
}
