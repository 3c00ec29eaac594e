import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card } from '../../ui/card';
import type { Settlement } from './settlement.rules';
import styles from './settlements.module.css';

/** What the host paid by which voucher, and the proof of social insurance. Workers' payments stand with their lines. */
export function ProofsCard({
  settlement: { hostPayments, insuranceProofs },
}: {
  readonly settlement: Settlement;
}): ReactNode {
  const { t } = useTranslation('settlements');
  const { money, date } = useFormats();
  return (
    <Card title={t('proofs.title')}>
      <div className={styles.inside}>
        {hostPayments.length === 0 && <p className="soft">{t('proofs.noPayment')}</p>}
        {insuranceProofs.length === 0 && <p className="soft">{t('proofs.noInsurance')}</p>}
        <ul className={styles.list}>
          {hostPayments.map(({ id, voucher, paidOn, amountFen }) => (
            <li key={id}>{t('proofs.payment', { amount: money(amountFen), day: date(paidOn), voucher })}</li>
          ))}
          {insuranceProofs.map(({ id, month, reference }) => (
            <li key={id}>{t('proofs.insurance', { month: month.slice(0, 7), reference })}</li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
