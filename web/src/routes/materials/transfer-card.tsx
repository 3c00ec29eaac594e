import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inDays } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { PartsBar } from '../../ui/parts/parts-bar';
import { Steps } from '../../ui/steps/steps';
import styles from './materials.module.css';
import { Returns } from './returns';
import { TransferActions } from './transfer-actions';
import { daysLeft, stateTones, stepsDone, stepsOf, type Transfer } from './transfer.rules';
import { useWords } from './words';

/** A transfer: how far it is, where its goods are, and what is to be done now. */
export function TransferCard({ transfer }: { readonly transfer: Transfer }): ReactNode {
  const { t } = useTranslation('materials');
  const { state, lot, owner, receiver, side } = transfer;
  return (
    <Card
      as="article"
      title={lot.kind.name}
      actions={<Tag tone={stateTones[state]}>{t(`transferState.${state}`)}</Tag>}
    >
      <Stack>
        <p className={styles.parties}>
          {t('transfer.parties', { owner: owner.name, receiver: receiver.name })} <Tag>{t(`side.${side}`)}</Tag>
        </p>
        {state !== 'RELEASED' && (
          <Steps
            label={t('transfer.steps')}
            steps={stepsOf(transfer).map((step) => t(`step.${step}`))}
            done={stepsDone(transfer)}
          />
        )}
        <Whereabouts transfer={transfer} />
        <Figures transfer={transfer} />
        <Words transfer={transfer} />
        <Returns transfer={transfer} />
        <TransferActions transfer={transfer} />
      </Stack>
    </Card>
  );
}

const whereabouts = ['reserved', 'delivered', 'received', 'onLoan', 'returning', 'returned', 'shortfall'] as const;

function Whereabouts({ transfer: { stock, lot } }: { readonly transfer: Transfer }): ReactNode {
  const { t } = useTranslation('materials');
  const words = useWords();
  if (whereabouts.every((place) => Number(stock[place]) === 0)) return null;
  return (
    <PartsBar
      label={t('stock.title')}
      parts={whereabouts.map((place) => ({
        ...{ name: t(`stock.${place}`), value: Number(stock[place]) },
        text: words.quantity(stock[place], lot.kind.baseUnit),
      }))}
    />
  );
}

/** What each said it was, and what it costs or when it is due. */
function Figures({ transfer }: { readonly transfer: Transfer }): ReactNode {
  const { t } = useTranslation('materials');
  const { money, date, dateTime } = useFormats();
  const words = useWords();
  const { lot, quantity, deliveredQuantity, acceptedQuantity, claimedQuantity, offeredQuantity } = transfer;
  const said = (value: string): string => words.quantity(value, lot.kind.baseUnit);
  const left = daysLeft(transfer, inDays(0));
  return (
    <div className={styles.facts}>
      <p>{t('transfer.reserved', { quantity: said(quantity) })}</p>
      {transfer.state === 'RESERVED' && (
        <p className="soft">{t('transfer.expires', { when: dateTime(transfer.expiresAt) })}</p>
      )}
      {deliveredQuantity !== null && (
        <p>{t('transfer.delivered', { quantity: said(deliveredQuantity), note: transfer.deliveryNote ?? '' })}</p>
      )}
      {claimedQuantity !== null && <p>{t('transfer.claimed', { quantity: said(claimedQuantity) })}</p>}
      {offeredQuantity !== null && <p>{t('transfer.offered', { quantity: said(offeredQuantity) })}</p>}
      {acceptedQuantity !== null && <p>{t('transfer.accepted', { quantity: said(acceptedQuantity) })}</p>}
      {transfer.invoiceFen !== null && (
        <p className={styles.price}>{t('transfer.invoice', { amount: money(transfer.invoiceFen) })}</p>
      )}
      {transfer.dueOn !== null && left !== null && (
        <Notice tone={left < 0 ? 'bad' : left <= 3 ? 'call' : 'plain'}>
          {left < 0
            ? t('transfer.overdue', { date: date(transfer.dueOn), count: -left })
            : t('transfer.due', { date: date(transfer.dueOn), count: left })}
        </Notice>
      )}
    </div>
  );
}

/** Reasons and words that the two gave each other. */
function Words({ transfer }: { readonly transfer: Transfer }): ReactNode {
  const { t } = useTranslation('materials');
  const { money } = useFormats();
  const { deviationReason, disputeReason, offerNote, releaseReason, releasedBy, shortfallTerms } = transfer;
  const lines = [
    deviationReason !== null && t('transfer.deviation', { reason: deviationReason }),
    disputeReason !== null && t('transfer.disputed', { reason: disputeReason }),
    offerNote !== null && offerNote !== '' && t('transfer.offerNote', { note: offerNote }),
    releasedBy !== null && t(`releasedBy.${releasedBy}`, { reason: releaseReason ?? t('transfer.noReason') }),
    shortfallTerms !== null &&
      t(shortfallTerms.settledAt === null ? 'shortfall.named' : 'shortfall.settled', {
        ...{ side: t(`side.${shortfallTerms.namedBy}`), amount: money(shortfallTerms.fen) },
      }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <ul className={styles.words}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
