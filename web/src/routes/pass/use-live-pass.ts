import { useCallback, useEffect, useRef, useState } from 'react';
import { useAct } from '../../api/act';
import { useOnline } from '../../api/online';
import type { Problem } from '../../api/problem';
import { deviceKey, publicJwkOf } from '../../pass/device-key';
import { keepPass, type KeptPass, keptPass } from '../../pass/kept-pass';
import { clockOffsetMs, makePass } from '../../pass/make-pass';
import { afterLook, isDue } from './pass.rules';
import { IssueWorkPassDocument, LookAtOwnPassDocument, type PassPlacementFragment } from './pass.graphql.ts';

/** How often the server is asked whether the pass still holds, while it is looked at. */
const lookEveryMs = 5 * 60_000;

interface LivePass {
  readonly pass: KeptPass | undefined;
  /** The server was reached last time. */
  readonly isOnline: boolean;
  /** Another phone has it now. */
  readonly isMoved: boolean;
  /** Why there is none, or none any more. */
  readonly problem: Pick<Problem, 'code' | 'message'> | undefined;
  /** Makes this phone the one that shows it. */
  readonly take: () => Promise<void>;
  readonly isBusy: boolean;
}

/** This phone's pass of a placement: asked for once, kept, looked after while there is a line. */
export function useLivePass(placement: PassPlacementFragment, accountId: string): LivePass {
  const known = keptPass();
  const isOwn = known?.accountId === accountId && known.placementId === placement.id;
  const [pass, setPass] = useState(isOwn ? known : undefined);
  const [isMoved, setMoved] = useState(false);
  const [over, setOver] = useState<LivePass['problem']>();
  const { act: issue, problem, isBusy } = useAct(IssueWorkPassDocument);
  const { act: look, problem: unseen } = useAct(LookAtOwnPassDocument);
  const hasLine = useOnline();

  const take = useCallback(async (): Promise<void> => {
    const key = await publicJwkOf(await deviceKey());
    const input = { idempotencyKey: crypto.randomUUID(), placementId: placement.id, deviceKey: key };
    const issued = (await issue({ input }))?.issueWorkPass;
    if (!issued) return;
    const { id: placementId, startsOn, endsOn, need } = placement;
    const [work, host] = [need?.occupation.name ?? '', need?.host.name ?? ''];
    const offsetMs = clockOffsetMs(issued.issuedAt, Date.now());
    const fresh = { ...issued, offsetMs, accountId, placementId, work, host, startsOn, endsOn };
    keepPass(fresh);
    setPass(fresh);
    setMoved(false);
    setOver(undefined);
  }, [issue, placement, accountId]);

  const check = useCallback(async (): Promise<void> => {
    if (!pass || isDue(pass, Date.now() + pass.offsetMs)) return take();
    const shown = await makePass(pass.certificate, await deviceKey(), Date.now() + pass.offsetMs);
    const found = (await look({ input: { pass: shown } }))?.verifyWorkPass;
    if (!found) return;
    const next = afterLook(found.problem?.code);
    setMoved(next === 'moved');
    setOver(next === 'over' ? (found.problem ?? undefined) : undefined);
    if (next === 'renew') await take();
  }, [pass, take, look]);

  useChecks(check, isMoved);
  const isOnline = hasLine && unseen?.code !== 'OFFLINE' && problem?.code !== 'OFFLINE';
  return { pass, isOnline, isMoved, problem: over ?? (pass ? undefined : problem), take, isBusy };
}

/** At first, when the line or the person comes back, and from time to time. What was moved waits for the person. */
function useChecks(check: () => Promise<void>, isMoved: boolean): void {
  const latest = useRef(check);
  const isChecking = useRef(false);
  useEffect(() => {
    latest.current = check;
  }, [check]);
  useEffect(() => {
    if (isMoved) return undefined;
    const run = (): void => {
      if (isChecking.current || document.visibilityState !== 'visible' || !navigator.onLine) return;
      isChecking.current = true;
      void latest.current().finally(() => (isChecking.current = false));
    };
    run();
    const timer = setInterval(run, lookEveryMs);
    window.addEventListener('online', run);
    document.addEventListener('visibilitychange', run);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', run);
      document.removeEventListener('visibilitychange', run);
    };
  }, [isMoved]);
}
