import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { Ask } from '../../ui/act/ask';
import { Bar, Card, Tag } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import type { LotFragment } from './lots.graphql.ts';
import { shareOf } from './materials.rules';
import styles from './materials.module.css';
import { ReserveForm } from './reserve-form';
import { useWords } from './words';

/** A lot as others see it, with the button that takes of it. */
export function LotCard({ lot }: { readonly lot: LotFragment }): ReactNode {
  const { t } = useTranslation('materials');
  const words = useWords();
  const { kind, available, quantity, actions, id } = lot;
  return (
    <div id={`lot-${id}`} className={styles.anchor}>
      <Card as="article" title={kind.name} actions={<LotTags lot={lot} />}>
        <Stack>
          <p className={styles.price}>{words.price(lot)}</p>
          <Bar
            label={t('lot.available')}
            share={shareOf(available, quantity)}
            text={words.quantity(available, kind.baseUnit)}
          />
          <LotFacts lot={lot} />
          {actions.includes('RESERVE') && (
            <Row>
              <Ask label={t('reserve.label')} title={t('reserve.of', { kind: kind.name })} kind="main">
                {(close) => <ReserveForm lot={lot} onClose={close} />}
              </Ask>
            </Row>
          )}
        </Stack>
      </Card>
    </div>
  );
}

export function LotTags({ lot: { grade, terms } }: { readonly lot: LotFragment }): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <Row>
      <Tag>{t(`grade.${grade}`)}</Tag>
      <Tag tone={terms === 'LOAN' ? 'call' : 'plain'}>{t(`terms.${terms}`)}</Tag>
    </Row>
  );
}

/** Whose it is, where it lies, and under what conditions. */
export function LotFacts({ lot }: { readonly lot: LotFragment }): ReactNode {
  const { t } = useTranslation('materials');
  const { me } = useSession();
  const { date, distance } = useFormats();
  const words = useWords();
  const { kind, enterprise, region, siteName, distanceM, availableUntil, minimumTake, tolerancePercent } = lot;
  return (
    <div className={styles.facts}>
      <p>
        {enterprise.name} · {region.name} {siteName}
        {distanceM !== null && ` · ${distance(distanceM / 1000)}`}
      </p>
      <p className="soft">
        {t('lot.conditions', { until: date(availableUntil), tolerance: tolerancePercent })}{' '}
        {Number(minimumTake) > 0 && t('lot.atLeast', { quantity: words.quantity(minimumTake, kind.baseUnit) })}
      </p>
      {lot.description !== '' && <p>{lot.description}</p>}
      <details>
        <summary>{t('lot.specification')}</summary>
        <ul>
          {kind.specification.map(({ name, value }) => (
            <li key={name}>{t('lot.line', { name, value })}</li>
          ))}
        </ul>
        {me?.kind === 'ENTERPRISE' &&
          lot.certificates.map(({ id }, index) => (
            <p key={id}>
              <a href={`/material-lots/${lot.id}/certificates/${id}`}>{t('lot.certificate', { number: index + 1 })}</a>
            </p>
          ))}
      </details>
    </div>
  );
}
