import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { ButtonLink } from '../../ui/button';
import { HeatCalendar } from '../../ui/calendar/heat-calendar';
import { Bar, Card, Tag } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { CapacityFrame } from './capacity-frame';
import { freeDays, periodOf, takenOf } from './capacity.rules';
import styles from './capacity.module.css';
import { PeriodBar } from './period-bar';
import { Conditions, Price } from './window-card';
import { MyWindowsDocument, type WindowFragment, WithdrawWindowDocument } from './windows.graphql.ts';
import { useWords } from './words';

const states = ['OPEN', 'CLOSED', 'EXPIRED'] as const;

/** What the enterprise offers of its machines, day by day, and how much of it is booked. */
export function WindowsPage(): ReactNode {
  const { t } = useTranslation('capacity');
  const [address, go] = useAddress();
  const state = states.find((known) => known === address.get('state'));
  const period = periodOf(address);
  return (
    <CapacityFrame
      actions={
        <ButtonLink kind="main" to="/capacity/windows/new">
          {t('window.offer')}
        </ButtonLink>
      }
    >
      <Row>
        <Choice
          label={t('window.state')}
          value={state ?? ''}
          onChange={(chosen) => go({ state: chosen })}
          options={[
            { value: '', label: t('all') },
            ...states.map((known) => ({ value: known, label: t(`windowState.${known}`) })),
          ]}
        />
        <PeriodBar period={period} />
      </Row>
      <Pages
        key={`${String(state)} ${period.from} ${period.until}`}
        query={MyWindowsDocument}
        variables={{ state, ...period }}
        of={['CapacityWindow', 'CapacityBooking']}
        pick={({ myCapacityWindows }) => myCapacityWindows}
        empty={t('window.none')}
      >
        {(windows) => (
          <div className={styles.cards}>
            {windows.map((window) => (
              <MyWindow key={window.id} window={window} />
            ))}
          </div>
        )}
      </Pages>
    </CapacityFrame>
  );
}

function MyWindow({ window }: { readonly window: WindowFragment }): ReactNode {
  const { t } = useTranslation('capacity');
  const { period, number } = useFormats();
  const words = useWords();
  const { id, state, line, days, startsOn, endsOn } = window;
  const { booked, offered } = takenOf(days);
  return (
    <Card
      as="article"
      title={t('window.ofLine', { line: line.name, workshop: line.workshop.name })}
      actions={<Tag tone={state === 'OPEN' ? 'good' : 'plain'}>{t(`windowState.${state}`)}</Tag>}
    >
      <Stack>
        <Price window={window} />
        <p>
          {line.machineType.name} · {period(startsOn, endsOn)}
        </p>
        <Bar
          label={t('window.booked')}
          share={offered === 0 ? 0 : booked / offered}
          text={t('window.bookedOf', { booked: number(booked / 60), offered: words.hours(offered) })}
        />
        <HeatCalendar label={t('window.free')} days={freeDays(days, words.days)} />
        <p className={styles.hint}>{t('window.legend')}</p>
        <Conditions window={window} />
        <Row>
          <ButtonLink to={`/capacity/bookings?window=${id}`}>{t('window.bookings')}</ButtonLink>
          {window.actions.includes('WITHDRAW') && (
            <Ask label={t('withdraw.label')} kind="bad">
              {(close) => (
                <Stack>
                  <p>{t('withdraw.explain')}</p>
                  <Row>
                    <ActButton
                      label={t('withdraw.confirm')}
                      kind="bad"
                      document={WithdrawWindowDocument}
                      variables={{ input: { capacityWindowId: id } }}
                      done={t('withdraw.done')}
                      onDone={close}
                    />
                  </Row>
                </Stack>
              )}
            </Ask>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
