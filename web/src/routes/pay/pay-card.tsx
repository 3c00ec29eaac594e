import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { inDays } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { languageNow } from '../../i18n/i18n';
import { Card, Tag } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { hoursOf, missingFen, payParts } from '../settlements/settlement.rules';
import { Objecting } from './objecting';
import { payState, payTones } from './pay.rules';
import styles from './pay.module.css';
import type { OwnPayFragment } from './pay.graphql.ts';

/** A month's pay in plain words: what one worked, what it comes to, what one got, what to do if it is wrong. */
export function PayCard({ line }: { readonly line: OwnPayFragment }): ReactNode {
  const { t } = useTranslation('pay');
  const { money, number, period } = useFormats();
  const state = payState(line, inDays(0));
  return (
    <Card
      as="li"
      title={line.period ? period(line.period.startsOn, line.period.endsOn) : ''}
      actions={<Tag tone={payTones[state]}>{t(`state.${state}`)}</Tag>}
    >
      <div className={styles.inside}>
        <div>
          <p className="soft">{t('due')}</p>
          <p className={`${styles.sum} number`}>{money(line.payFen)}</p>
          <p>{t('worked', { days: number(line.days), hours: number(hoursOf(line)), host: line.host?.name })}</p>
        </div>
        <Parts line={line} />
        <Got line={line} />
        <p className="soft">
          {t('hostPays', { total: money(line.totalFen), rest: money(line.contributionsFen + line.reimbursementsFen) })}
        </p>
        {(state === 'late' || state === 'short') && <Late line={line} isLate={state === 'late'} />}
        <Objecting line={line} />
        <a
          className={styles.link}
          href={`/settlement-lines/${line.id}/statement.pdf?language=${languageNow()}`}
          download
        >
          {t('statement')}
        </a>
      </div>
    </Card>
  );
}

/** What the pay is made of. */
function Parts({ line }: { readonly line: OwnPayFragment }): ReactNode {
  const { t } = useTranslation('pay');
  const { money, number } = useFormats();
  return (
    <dl className={styles.parts}>
      {payParts(line).map(({ name, quantity, amountFen }) => (
        <div key={name}>
          <dt>{t(`part.${name}`, { n: number(quantity) })}</dt>
          <dd className="number">{money(amountFen)}</dd>
        </div>
      ))}
      {line.correctionFen > 0 && (
        <div>
          <dt>{t('part.correction')}</dt>
          <dd className="number">{money(line.correctionFen)}</dd>
        </div>
      )}
    </dl>
  );
}

/** What one got so far, by which voucher. */
function Got({ line }: { readonly line: OwnPayFragment }): ReactNode {
  const { t } = useTranslation('pay');
  const { money, date } = useFormats();
  if (line.payments.length === 0)
    return <p>{t('notYet', { day: line.period ? date(line.period.paidBy) : '', lender: line.lender?.name })}</p>;
  return (
    <ul className={styles.rows}>
      {line.payments.map(({ id, amountFen, paidOn, voucher }) => (
        <li key={id}>{t('got', { amount: money(amountFen), day: date(paidOn), voucher })}</li>
      ))}
    </ul>
  );
}

/** Money that is missing, said calmly, with what one can do. */
function Late({ line, isLate }: { readonly line: OwnPayFragment; readonly isLate: boolean }): ReactNode {
  const { t } = useTranslation('pay');
  const { money, date } = useFormats();
  const missing = money(missingFen(line));
  const day = line.period ? date(line.period.paidBy) : '';
  return (
    <Notice tone="call">
      <p>{t(isLate ? 'late.late' : 'late.short', { missing, day, lender: line.lender?.name })}</p>
      <p>{t('late.help')}</p>
      <p>
        <a className={styles.link} href="tel:12333">
          {t('late.call')}
        </a>{' '}
        <Link className={styles.link} to="/my/placements">
          {t('late.complain')}
        </Link>
      </p>
      <small className="soft">{t('late.rule')}</small>
    </Notice>
  );
}
