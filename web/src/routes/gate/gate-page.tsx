import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { useOnline } from '../../api/online';
import { useSession } from '../../api/session';
import { keepOffline } from '../../pass/keep-offline';
import { keepPlatformKeys } from '../../pass/read-pass';
import { CheckField } from '../../ui/form';
import { Page, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Loading } from '../../ui/state';
import { GateCamera } from './gate-camera';
import { GateDesk } from './gate-desk';
import { GateResult } from './gate-result';
import { passIn } from './gate.rules';
import { useGate } from './use-gate';

/** Reads work passes: by the camera, or by the code's own link. Anyone may look; the host lets in and out. */
export function GatePage(): ReactNode {
  const { t } = useTranslation('gate');
  const { me } = useSession();
  const isOnline = useOnline();
  const isHost = me?.kind === 'ENTERPRISE';
  const [isContinuous, setContinuous] = useState(false);
  const gate = useGate(isHost && isContinuous);
  usePassInAddress(gate.read, me !== undefined);
  useReadyOffline();
  const { look } = gate;
  return (
    <Page title={t('title')} width="text">
      {!isOnline && <Notice tone="call">{t('offline')}</Notice>}
      {look ? (
        <GateResult
          look={look}
          isBusy={gate.isBusy}
          onGo={(direction) => void (look.kind === 'good' && gate.go(look, direction))}
          onNext={gate.next}
        />
      ) : (
        gate.isBusy && <Loading />
      )}
      <Stack>
        <GateCamera onText={(text) => void (look && !isContinuous ? undefined : gate.read(text))} />
        {isHost && <CheckField label={t('continuous')} checked={isContinuous} onChange={setContinuous} />}
      </Stack>
      {isHost && <GateDesk scans={gate.scans} />}
      {me === null && (
        <p className="soft">
          {t('anyone')}{' '}
          <Link to="/log-in" state={{ from: '/gate' }}>
            {t('logIn')}
          </Link>
        </p>
      )}
    </Page>
  );
}

/** Takes the code out of the address as soon as it is read, so that it stays in no history. */
function usePassInAddress(read: (text: string) => Promise<void>, isReady: boolean): void {
  const { hash } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    const pass = passIn(hash);
    // Whoever is logged in as the host sees more, so it is first known who looks.
    if (pass === undefined || !isReady) return;
    void navigate('/gate', { replace: true });
    void read(pass);
  }, [hash, isReady, read, navigate]);
}

/** The keys and the page itself, for a gate that loses its line. */
function useReadyOffline(): void {
  useEffect(() => {
    // Without them the gate still works online.
    void Promise.all([keepPlatformKeys(), keepOffline()]).catch(() => undefined);
  }, []);
}
