import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useLiveQuery } from '../../api/live';
import { inDays } from '../../api/local-day';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { keepOffline } from '../../pass/keep-offline';
import { type KeptPass, keptPass } from '../../pass/kept-pass';
import { startOf } from '../../shell/places';
import { Button, ButtonLink } from '../../ui/button';
import { Page } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Empty, Failure, Loading } from '../../ui/state';
import { PassCode } from './pass-code';
import { PassPlacementsDocument, type PassPlacementFragment } from './pass.graphql.ts';
import { placementAfter, placementOn } from './pass.rules';
import { useLivePass } from './use-live-pass';

/** 上岗码: the worker's code for the gate. It opens without network too, with what was kept. */
export function PassPage(): ReactNode {
  const { t } = useTranslation('pass');
  const { me, isOffline } = useSession();
  useEffect(() => {
    // Without room for it the page still works online.
    void keepOffline().catch(() => undefined);
  }, []);
  if (me === null && !isOffline) return <Navigate to="/log-in" replace state={{ from: '/my/pass' }} />;
  if (me && me.kind !== 'WORKER') return <Navigate to={startOf(me.kind)} replace />;
  return (
    <Page
      title={t('title')}
      width="text"
      actions={me && <ButtonLink to="/my/attendance">{t('attendance')}</ButtonLink>}
    >
      {me ? <Today accountId={me.id} /> : me === null ? <Kept pass={keptPass()} /> : <Loading />}
    </Page>
  );
}

function Kept({ pass }: { readonly pass: KeptPass | undefined }): ReactNode {
  const { t } = useTranslation('pass');
  return pass ? <PassCode pass={pass} isOnline={false} /> : <Empty>{t('nothingKept')}</Empty>;
}

const context = { additionalTypenames: ['Placement'] };

function Today({ accountId }: { readonly accountId: string }): ReactNode {
  const { t } = useTranslation('pass');
  const { date } = useFormats();
  const [{ data, error }, ask] = useLiveQuery({ query: PassPlacementsDocument, context: useMemo(() => context, []) });
  const kept = keptPass();
  if (!data && error && kept?.accountId === accountId) return <Kept pass={kept} />;
  if (!data)
    return error ? <Failure error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading />;
  const placements = data.placements.edges.map(({ node }) => node);
  const placement = placementOn(placements, inDays(0));
  if (placement?.actions.includes('CONFIRM_TERMS'))
    return (
      <Notice tone="call">
        <p>{t('unconfirmed')}</p>
        <ButtonLink kind="main" to="/my/placements">
          {t('readTerms')}
        </ButtonLink>
      </Notice>
    );
  if (placement) return <LivePass key={placement.id} placement={placement} accountId={accountId} />;
  const next = placementAfter(placements, inDays(0));
  return (
    <Empty action={<ButtonLink to="/my/placements">{t('placements')}</ButtonLink>}>
      {next ? t('next', { work: next.need?.occupation.name ?? '', day: date(next.startsOn) }) : t('nothing')}
    </Empty>
  );
}

interface LivePassProps {
  readonly placement: PassPlacementFragment;
  readonly accountId: string;
}

function LivePass({ placement, accountId }: LivePassProps): ReactNode {
  const { t } = useTranslation('pass');
  const { pass, isOnline, isMoved, problem, take, isBusy } = useLivePass(placement, accountId);
  if (isMoved)
    return (
      <Notice tone="call">
        <p>{t('moved')}</p>
        <Button kind="main" isBusy={isBusy} onClick={() => void take()}>
          {t('useThis')}
        </Button>
      </Notice>
    );
  if (problem)
    return (
      <Notice tone="bad">
        <p>{problem.message}</p>
        <Button isBusy={isBusy} onClick={() => void take()}>
          {t('again')}
        </Button>
      </Notice>
    );
  return pass ? <PassCode pass={pass} isOnline={isOnline} /> : <Loading />;
}
