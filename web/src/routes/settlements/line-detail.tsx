import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Table } from '../../ui/table';
import { Fact } from './fact';
import { Objection } from './objection';
import { type Line, payParts } from './settlement.rules';
import styles from './settlements.module.css';

/** What a line is made of: hours by class and rate, costs, what was paid by which voucher, and objections. */
export function LineDetail({ line }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation('settlements');
  const { money, date } = useFormats();
  const { correctionFen, contributionsFen, reimbursementsFen, totalFen, carriedDays, payments, objections } = line;
  return (
    <div className={styles.detail}>
      <Parts line={line} />
      <dl className={styles.facts}>
        {correctionFen > 0 && <Fact label={t('fact.correction')}>{money(correctionFen)}</Fact>}
        <Fact label={t('fact.contributions')}>{money(contributionsFen)}</Fact>
        <Fact label={t('fact.reimbursements')}>{money(reimbursementsFen)}</Fact>
        <Fact label={t('fact.lineTotal')}>{money(totalFen)}</Fact>
      </dl>
      {carriedDays > 0 && <p className="soft">{t('lines.carried', { count: carriedDays })}</p>}
      {payments.length > 0 && (
        <ul className={styles.list}>
          {payments.map(({ id, voucher, paidOn, amountFen }) => (
            <li key={id}>{t('proofs.payment', { amount: money(amountFen), day: date(paidOn), voucher })}</li>
          ))}
        </ul>
      )}
      {objections.map((objection) => (
        <Objection key={objection.id} objection={objection} />
      ))}
    </div>
  );
}

function Parts({ line }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation('settlements');
  const { money, number } = useFormats();
  return (
    <Table caption={t('parts.title')} of="figures">
      <thead>
        <tr>
          <th scope="col">{t('parts.class')}</th>
          <th scope="col">{t('parts.quantity')}</th>
          <th scope="col">{t('parts.rate')}</th>
          <th scope="col">{t('parts.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {payParts(line).map(({ name, quantity, rateFen, amountFen }) => (
          <tr key={name}>
            <th scope="row">{t(`parts.${name}`)}</th>
            <td>{number(quantity)}</td>
            <td>{money(rateFen)}</td>
            <td>{money(amountFen)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
