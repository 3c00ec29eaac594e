import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayFrom } from '../../api/local-day';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { type Go, useAddress } from '../../shell/address';
import { Button, ButtonLink } from '../../ui/button';
import { Card, Stat, Stats } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Page, Row, Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import { Balance } from './balance';
import { Below } from './below';
import { Funnel } from './funnel';
import { Trend } from './trend';
import { WallDocument, type WallQuery } from './wall.graphql.ts';
import { WallMap } from './wall-map';
import styles from './wall.module.css';
import { type Horizon, horizons, type Stage, stages } from './wall.rules';

/** The bureau's wall: where labour is short, how far it is filled, and how that goes on. It follows what happens by itself. */
export function WallPage(): ReactNode {
  const { t } = useTranslation('bureau');
  const [{ regionId, occupationId, horizon }, go] = useView();
  const [now] = useState(() => Date.now());
  const variables = useMemo(() => {
    const asked = {
      ...(regionId !== null && { regionId }),
      ...(occupationId !== null && { occupationId }),
      from: dayFrom(now, 0),
      until: dayFrom(now, horizon),
    };
    return {
      total: { ...asked, groupBy: 'NONE' as const },
      counties: { ...asked, groupBy: 'COUNTY' as const },
      below: { ...asked, groupBy: 'REGION' as const },
    };
  }, [regionId, occupationId, horizon, now]);
  const [answer, ask] = useLiveQuery({ query: WallDocument, variables });
  return (
    <Page
      title={answer.data ? t('wall.titleOf', { region: answer.data.all.region.name }) : t('wall.title')}
      width="wall"
      actions={
        <>
          <Choice
            label={t('wall.horizon')}
            value={String(horizon)}
            onChange={(days) => go({ days })}
            options={horizons.map((days) => ({ value: String(days), label: t('wall.days', { count: days }) }))}
          />
          <ButtonLink to="/matching">{t('wall.matching')}</ButtonLink>
        </>
      }
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(data) => <Wall data={data} now={now} regionId={regionId} occupationId={occupationId} go={go} />}
      </Answer>
    </Page>
  );
}

interface View {
  readonly regionId: string | null;
  readonly occupationId: string | null;
  readonly horizon: Horizon;
}

function useView(): [View, Go] {
  const [search, go] = useAddress();
  const horizon = horizons.find((days) => String(days) === search.get('days')) ?? 30;
  return [{ regionId: search.get('region'), occupationId: search.get('occupation'), horizon }, go];
}

interface WallProps {
  readonly data: WallQuery;
  readonly now: number;
  readonly regionId: string | null;
  readonly occupationId: string | null;
  readonly go: Go;
}

function Wall({ data, now, regionId, occupationId, go }: WallProps): ReactNode {
  const { t } = useTranslation('bureau');
  const { number, percent } = useFormats();
  const [stage, setStage] = useState<Stage>('proposed');
  const { total, region, until: lastDay } = data.all;
  return (
    <Stack>
      {(regionId !== null || occupationId !== null) && (
        <Row>
          {regionId !== null && <Button onClick={() => go({ region: '' })}>{t('wall.allRegions')}</Button>}
          {occupationId !== null && <Button onClick={() => go({ occupation: '' })}>{t('wall.allOccupations')}</Button>}
        </Row>
      )}
      <Card>
        <Stats>
          <Stat
            label={t('stat.demanded')}
            value={number(total.demanded)}
            note={t('stat.needs', { count: total.needs })}
          />
          <Stat label={t('stage.proposed')} value={percent(total.proposedRate)} note={number(total.proposed)} />
          <Stat label={t('stage.accepted')} value={percent(total.acceptedRate)} note={number(total.accepted)} />
          <Stat label={t('stage.onSite')} value={percent(total.onSiteRate)} note={number(total.onSite)} />
        </Stats>
      </Card>
      <div className={styles.wall}>
        <Card
          title={t('map.title')}
          actions={
            <Choice
              label={t('map.stage')}
              value={stage}
              onChange={(chosen) => setStage(stages.find((known) => known === chosen) ?? 'proposed')}
              options={stages.map((known) => ({ value: known, label: t(`stage.${known}`) }))}
            />
          }
        >
          <WallMap rows={data.counties.rows} stage={stage} onRegion={(id) => go({ region: id })} />
        </Card>
        <Stack>
          <Card title={t('funnel.title')}>
            <Funnel row={total} />
          </Card>
          <Card title={t('trend.title')}>
            <Trend regionId={region.id} occupationId={occupationId} now={now} />
          </Card>
        </Stack>
        <Balance regionId={region.id} day={lastDay} onOccupation={(id) => go({ occupation: id })} />
      </div>
      <Card title={t('below.title')}>
        <Below rows={data.below.rows} onRegion={(id) => go({ region: id })} />
      </Card>
      <p className="soft">
        <Link to="/bureau/enterprises">{t('wall.enterprises')}</Link>
      </p>
    </Stack>
  );
}
