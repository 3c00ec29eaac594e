import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { letThrough, lookAt } from './ask-gate';
import type { ScanDirection } from './gate.graphql.ts';
import { type GoodLook, isRepeat, type Look, type Scan, withScan } from './gate.rules';
import { signal } from './signal';

/** How long a result stays while one after the other comes through. */
const staysMs = 3_000;

interface Gate {
  readonly look: Look | undefined;
  readonly scans: readonly Scan[];
  readonly isBusy: boolean;
  readonly read: (text: string) => Promise<void>;
  readonly go: (look: GoodLook, direction: ScanDirection) => Promise<void>;
  readonly next: () => void;
}

/** Reads codes one at a time. `isContinuous`: the viewer's own workers go through at once, and the next may come. */
export function useGate(isContinuous: boolean): Gate {
  const { t } = useTranslation('common');
  const api = useClient();
  const [look, setLook] = useState<Look>();
  const [scans, setScans] = useState<readonly Scan[]>([]);
  const known = useRef<readonly Scan[]>(scans);
  const { isBusy, alone } = useAlone();
  const offline = t('state.offline');

  const pass = useCallback(
    async (seen: GoodLook, direction: ScanDirection): Promise<Look> => {
      const done = await letThrough(api, seen, direction, offline);
      if (done.kind === 'good') {
        const { who, placementId = '' } = seen;
        known.current = withScan(known.current, { at: new Date().toISOString(), who, placementId, direction });
        setScans(known.current);
      }
      return done;
    },
    [api, offline],
  );
  const show = useCallback(
    (finding: () => Promise<Look>): Promise<void> =>
      alone(async () => {
        const found = await finding();
        setLook(found);
        signal(found.kind === 'good');
      }),
    [alone],
  );
  const read = useCallback(
    (text: string): Promise<void> =>
      show(async () => {
        const seen = await lookAt(api, text, offline);
        if (!isContinuous || seen.kind === 'bad' || seen.next === undefined) return seen;
        if (isRepeat(known.current, seen.placementId, Date.now())) return { ...seen, done: 'AGAIN' };
        return pass(seen, seen.next);
      }),
    [api, offline, isContinuous, pass, show],
  );
  const go = useCallback(
    (seen: GoodLook, direction: ScanDirection): Promise<void> => show(() => pass(seen, direction)),
    [show, pass],
  );
  const next = useCallback((): void => setLook(undefined), []);
  useEffect(() => {
    if (!isContinuous || !look) return undefined;
    const timer = setTimeout(next, staysMs);
    return () => clearTimeout(timer);
  }, [isContinuous, look, next]);
  return { look, scans, isBusy, read, go, next };
}

/** One thing at a time; what comes meanwhile is let go, as a camera sees it again. */
function useAlone(): {
  readonly isBusy: boolean;
  readonly alone: (work: () => Promise<void>) => Promise<void>;
} {
  const [isBusy, setBusy] = useState(false);
  const isTaken = useRef(false);
  const alone = useCallback(async (work: () => Promise<void>): Promise<void> => {
    if (isTaken.current) return;
    isTaken.current = true;
    setBusy(true);
    try {
      await work();
    } finally {
      isTaken.current = false;
      setBusy(false);
    }
  }, []);
  return { isBusy, alone };
}
