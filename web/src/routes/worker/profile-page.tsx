import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { Card } from '../../ui/card';
import { Page } from '../../ui/layout';
import { PlaceField } from '../../ui/map/place-field';
import { Notice } from '../../ui/notice';
import { Answer } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { NotificationsCard } from '../account/notifications-card';
import { AvailabilityCard } from './availability-card';
import { ButtonLink } from '../../ui/button';
import { CertificatesCard } from './certificates-card';
import { ConsentsCard } from './consents-card';
import { Fact } from './job-facts';
import { MyProfileDocument, type MyProfileQuery, SetHomeDocument } from './profile.graphql.ts';
import { RestrictionsCard } from './restrictions-card';
import { SkillsCard } from './skills-card';
import styles from './worker.module.css';

/** What the worker can do, when, from where, and for how much: all that the matching goes by. */
export function ProfilePage(): ReactNode {
  const { t } = useTranslation('profile');
  const context = useMemo(() => ({ additionalTypenames: ['Availability', 'WorkerProfile'] }), []);
  const [answer, ask] = useLiveQuery({ query: MyProfileDocument, variables: {}, context });
  return (
    <Page title={t('title')} width="text">
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ myWorker, myAvailability }) => (
          <>
            <Who worker={myWorker} />
            <AvailabilityCard availabilities={myAvailability.edges.map(({ node }) => node)} />
            <SkillsCard skills={myWorker.skills} />
            <CertificatesCard certificates={myWorker.certificates} />
            <RestrictionsCard />
            <HomeCard worker={myWorker} />
            {myWorker.homeEnterprise && <ConsentsCard />}
            <NotificationsCard reader="WORKER" />
            <ButtonLink to="/my/voice">{t('voice')}</ButtonLink>
            <ButtonLink to="/account">{t('account')}</ButtonLink>
          </>
        )}
      </Answer>
    </Page>
  );
}

type Worker = MyProfileQuery['myWorker'];

function Who({ worker }: { readonly worker: Worker }): ReactNode {
  const { t } = useTranslation('profile');
  const { number } = useFormats();
  return (
    <Card title={worker.name}>
      <dl className={styles.facts}>
        <Fact label={t('who.phone')}>{worker.phone}</Fact>
        <Fact label={t('who.idNumber')}>{worker.maskedIdNumber}</Fact>
        <Fact label={t('who.employer')}>{worker.homeEnterprise?.name ?? t('who.noEmployer')}</Fact>
        <Fact label={t('who.rating')}>{worker.rating === null ? t('who.noRating') : number(worker.rating)}</Fact>
      </dl>
    </Card>
  );
}

function HomeCard({ worker }: { readonly worker: Worker }): ReactNode {
  const { t } = useTranslation('profile');
  const tell = useToast();
  const { act, problem } = useAct(SetHomeDocument);
  const { latitude, longitude, region } = worker;
  return (
    <Card title={t('home.title', { region: region.name })}>
      <details>
        <summary>{t('home.change')}</summary>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
        <PlaceField
          label={t('home.map')}
          value={{ latitude, longitude, regionId: region.id, regionName: region.name }}
          onChange={({ latitude: lat, longitude: lon, regionId }) =>
            void act({ input: { latitude: lat, longitude: lon, regionId } }).then(
              (done) => done && tell({ text: t('saved') }),
            )
          }
        />
      </details>
    </Card>
  );
}
