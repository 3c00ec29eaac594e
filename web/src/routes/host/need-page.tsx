import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Live, useLiveQuery } from '../../api/live';
import { NeedChangedDocument } from '../../api/live.graphql.ts';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Bar, Card, Stat, Stats, Tag } from '../../ui/card';
import { Columns, Page, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { ApplicantList } from './applicant-list';
import { CandidateList } from './candidate-list';
import { CloseNeedDocument, OneNeedDocument, type OneNeedQuery } from './host.graphql.ts';
import { EmptySeats } from './empty-seats';
import { OfferList } from './offer-list';
import { WhatWouldFill } from './what-would-fill';

/** One need: what it asks for, how far it is filled, who would fit, who was asked. */
export function NeedPage(): ReactNode {
  const { id = '' } = useParams();
  return (
    <Live of={NeedChangedDocument} variables={{ id }}>
      <NeedById id={id} />
    </Live>
  );
}

function NeedById({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('host');
  const context = useMemo(() => ({ additionalTypenames: ['Offer', 'Placement'] }), []);
  const [answer, ask] = useLiveQuery({ query: OneNeedDocument, variables: { id }, context });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ need }) => (need ? <Need need={need} /> : <Empty>{t('need.gone')}</Empty>)}
    </Answer>
  );
}

function Need({ need }: { readonly need: NonNullable<OneNeedQuery['need']> }): ReactNode {
  const { t } = useTranslation(['host', 'common']);
  const { money, period, number } = useFormats();
  const { id, headcount, seatsTaken, occupation, region, state } = need;
  return (
    <Page
      title={`${occupation.name} · ${region.name}`}
      actions={
        <>
          <Tag tone={state === 'OPEN' ? 'good' : 'plain'}>{t(`needState.${state}`)}</Tag>
          {need.actions.includes('CLOSE') && <Close needId={id} />}
        </>
      }
    >
      <Card>
        <Stack>
          <Stats>
            <Stat label={t('need.wage')} value={money(need.wageFen)} note={t(`common:wageUnit.${need.wageUnit}`)} />
            <Stat label={t('need.headcount')} value={number(headcount)} />
            <Stat label={t('need.taken')} value={number(seatsTaken)} />
            <Stat label={t('need.shift')} value={t(`common:shift.${need.shift}`)} />
          </Stats>
          <Bar label={t('needs.filled')} share={seatsTaken / headcount} text={`${seatsTaken} / ${headcount}`} />
          <p className="soft">
            {[period(need.startsOn, need.endsOn), need.address, need.lodging ? t('need.lodging') : '']
              .filter(Boolean)
              .join(' · ')}
          </p>
          {need.hazards.length > 0 && (
            <p className="soft">
              {t('need.hazards', { list: need.hazards.map((hazard) => t(`common:hazard.${hazard}`)).join(' · ') })}
            </p>
          )}
        </Stack>
      </Card>
      {state === 'OPEN' && seatsTaken < headcount && (
        <EmptySeats needId={id}>
          <WhatWouldFill need={need} />
        </EmptySeats>
      )}
      <Columns least="l">
        <Card title={t('candidates.title')}>
          <CandidateList needId={id} seatsOpen={headcount - seatsTaken} />
        </Card>
        <Stack>
          <Card title={t('applicants.title')}>
            <ApplicantList needId={id} />
          </Card>
          <Card title={t('offers.title')}>
            <OfferList needId={id} />
          </Card>
        </Stack>
      </Columns>
    </Page>
  );
}

function Close({ needId }: { readonly needId: string }): ReactNode {
  const { t } = useTranslation('host');
  const tell = useToast();
  const { act, isBusy } = useAct(CloseNeedDocument);
  const close = async (): Promise<void> => {
    if (await act({ input: { needId } })) tell({ text: t('need.closed') });
  };
  return (
    <Button isBusy={isBusy} onClick={() => void close()}>
      {t('need.close')}
    </Button>
  );
}
