import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Ask } from '../../ui/act/ask';
import { HeatCalendar } from '../../ui/calendar/heat-calendar';
import { Card, Tag } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { freeDays } from './capacity.rules';
import styles from './capacity.module.css';
import { HoldForm } from './hold-form';
import type { WindowFragment } from './windows.graphql.ts';
import { useWords } from './words';

interface WindowCardProps {
  readonly window: WindowFragment;
  readonly distanceM: number | null;
  /** In the period that was asked for. */
  readonly freeMinutes: number;
}

/** A window as others see it: its free hours day by day, and the button that books of them. */
export function WindowCard({ window, distanceM, freeMinutes }: WindowCardProps): ReactNode {
  const { t } = useTranslation('capacity');
  const { distance } = useFormats();
  const words = useWords();
  const { id, line, owner, days, actions } = window;
  const { workshop, machineType } = line;
  return (
    <div id={`window-${id}`} className={styles.anchor}>
      <Card as="article" title={machineType.name} actions={<Tag tone="good">{words.hours(freeMinutes)}</Tag>}>
        <Stack>
          <Price window={window} />
          <p>
            {owner.name} · {workshop.region.name} {workshop.name} · {line.name}
            {distanceM !== null && ` · ${distance(distanceM / 1000)}`}
          </p>
          <HeatCalendar label={t('window.free')} days={freeDays(days, words.days)} />
          <p className={styles.hint}>{t('window.legend')}</p>
          <Conditions window={window} />
          {actions.includes('HOLD') && (
            <Row>
              <Ask label={t('hold.label')} title={t('hold.of', { machine: machineType.name })} kind="main">
                {(close) => <HoldForm window={window} onClose={close} />}
              </Ask>
            </Row>
          )}
        </Stack>
      </Card>
    </div>
  );
}

export function Price({ window: { fenPerHour, withOperators } }: { readonly window: WindowFragment }): ReactNode {
  const { t } = useTranslation('capacity');
  const { money } = useFormats();
  return (
    <p className={styles.price}>
      {t('window.price', { price: money(fenPerHour) })}{' '}
      <Tag>{withOperators ? t('operators.YES') : t('operators.NO')}</Tag>
    </p>
  );
}

/** What the machine can do, and under what conditions it is booked. */
export function Conditions({ window }: { readonly window: WindowFragment }): ReactNode {
  const { t } = useTranslation('capacity');
  const { number } = useFormats();
  const words = useWords();
  const { line, minimumMinutes, setupMinutes, materialBy, noticeDays, latePercent, note } = window;
  const can = line.attributes.flatMap(({ name, value }) => {
    const known = line.machineType.attributes.find((attribute) => attribute.name === name);
    return known ? [t('window.attribute', { label: known.label, value: number(value), unit: known.unit })] : [];
  });
  return (
    <div className={styles.facts}>
      {can.length > 0 && <p>{can.join(t('comma'))}</p>}
      <p className="soft">
        {t('window.least', { least: words.hours(minimumMinutes), setup: words.hours(setupMinutes) })}{' '}
        {t(`materialBy.${materialBy}`)}
      </p>
      <p className="soft">{t('window.notice', { count: noticeDays, percent: latePercent })}</p>
      {note !== '' && <p>{note}</p>}
    </div>
  );
}
