import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { ButtonLink } from '../../ui/button';
import { type HeatDay, HeatCalendar } from '../../ui/calendar/heat-calendar';
import { Card, Tag } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { AddLineForm } from './add-line-form';
import { AddWorkshopForm } from './add-workshop-form';
import { CapacityFrame } from './capacity-frame';
import { hoursOf, periodOf } from './capacity.rules';
import styles from './capacity.module.css';
import { ChangeLineForm } from './change-line-form';
import { MyCalendarDocument, type MyCalendarQuery, RetireLineDocument } from './lines.graphql.ts';
import { Outages } from './outages';
import { PeriodBar } from './period-bar';

type LineCalendar = MyCalendarQuery['myCapacityCalendar']['edges'][number]['node'];

/** The enterprise's workshops and lines, and what each line does day by day. */
export function LinesPage(): ReactNode {
  const { t } = useTranslation('capacity');
  const [address] = useAddress();
  const period = periodOf(address);
  return (
    <CapacityFrame
      actions={
        <>
          <Ask label={t('workshop.add')}>{(close) => <AddWorkshopForm onClose={close} />}</Ask>
          <Ask label={t('line.add')} kind="main">
            {(close) => <AddLineForm onClose={close} />}
          </Ask>
        </>
      }
    >
      <PeriodBar period={period} />
      <Pages
        key={`${period.from} ${period.until}`}
        query={MyCalendarDocument}
        variables={period}
        of={['ProductionLine', 'Workshop', 'CapacityWindow', 'CapacityBooking', 'LineOutage']}
        pick={({ myCapacityCalendar }) => myCapacityCalendar}
        empty={t('line.none')}
      >
        {(lines) => (
          <div className={styles.cards}>
            {lines.map((one) => (
              <LineCard key={one.line.id} of={one} />
            ))}
          </div>
        )}
      </Pages>
    </CapacityFrame>
  );
}

function LineCard({ of: { line, days } }: { readonly of: LineCalendar }): ReactNode {
  const { t } = useTranslation('capacity');
  const { number } = useFormats();
  const { id, name, machines, machineType, workshop, shiftMinutes, worksHolidays } = line;
  const shifts = shiftMinutes.map((minutes) => number(hoursOf(minutes))).join(' / ');
  return (
    <Card as="article" title={name} actions={<Tag>{machineType.process.name}</Tag>}>
      <Stack>
        <p>
          {workshop.name} · {machineType.name} · {t('line.machines', { count: machines })}
        </p>
        <p className="soft">
          {t('line.shifts', { hours: shifts })} {worksHolidays && t('line.worksHolidays')}
        </p>
        <HeatCalendar label={t('line.calendar')} days={useLoad(days)} />
        <p className={styles.hint}>{t('line.legend')}</p>
        <Outages line={line} />
        <Row>
          <ButtonLink to={`/capacity/windows/new?line=${id}`}>{t('window.offer')}</ButtonLink>
          <Ask label={t('line.change')}>{(close) => <ChangeLineForm line={line} onClose={close} />}</Ask>
          <Ask label={t('line.retire')} kind="bad">
            {(close) => (
              <Stack>
                <p>{t('line.retireExplain')}</p>
                <Row>
                  <ActButton
                    label={t('line.retireConfirm')}
                    kind="bad"
                    document={RetireLineDocument}
                    variables={{ input: { productionLineId: id } }}
                    done={t('line.retired')}
                    onDone={close}
                  />
                </Row>
              </Stack>
            )}
          </Ask>
        </Row>
      </Stack>
    </Card>
  );
}

/** Days by how much of what the line works is booked. */
function useLoad(days: LineCalendar['days']): readonly HeatDay[] {
  const { t } = useTranslation('capacity');
  const { number } = useFormats();
  return days.map(({ day, workedMinutes, offeredMinutes, bookedMinutes, isOut }) => {
    if (isOut) return { day, figure: t('line.out'), text: t('line.outText') };
    if (workedMinutes === 0) return { day, figure: '', text: t('line.rests') };
    const [worked, booked, offered] = [workedMinutes, bookedMinutes, offeredMinutes].map(hoursOf);
    return {
      day,
      figure: offeredMinutes === 0 ? '–' : `${number(booked ?? 0)}/${number(offered ?? 0)}`,
      share: bookedMinutes / workedMinutes,
      text: t('line.day', {
        ...{ worked: number(worked ?? 0), offered: number(offered ?? 0), booked: number(booked ?? 0) },
      }),
    };
  });
}
