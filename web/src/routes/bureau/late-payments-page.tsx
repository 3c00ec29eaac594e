import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { type LateRow, lateRows } from './late-payments.rules';
import styles from './late-payments.module.css';
import { LatePaymentsDocument } from './late-payments.graphql.ts';

/** What is owed in the jurisdiction past its day: by whom, how long, how much, on which leg. */
export function LatePaymentsPage(): ReactNode {
  const { t } = useTranslation('settlements');
  return (
    <Page title={t('bureau.title')}>
      <p className="soft">{t('bureau.what')}</p>
      <Pages
        query={LatePaymentsDocument}
        variables={{}}
        of={['Settlement']}
        pick={({ lateSettlements }) => lateSettlements}
        empty={t('bureau.nothing')}
      >
        {(settlements) => (
          <Table caption={t('bureau.title')}>
            <thead>
              <tr>
                <th scope="col">{t('bureau.owes')}</th>
                <th scope="col">{t('bureau.days')}</th>
                <th scope="col">{t('bureau.amount')}</th>
                <th scope="col">{t('bureau.leg')}</th>
                <th scope="col">{t('bureau.partner')}</th>
                <th scope="col">{t('bureau.dueOn')}</th>
                <th scope="col">{t('list.agreement')}</th>
              </tr>
            </thead>
            <tbody className={styles.rows}>
              {lateRows(settlements).map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </Table>
        )}
      </Pages>
    </Page>
  );
}

function Row({ row }: { readonly row: LateRow }): ReactNode {
  const { t } = useTranslation('settlements');
  const { number, money, date } = useFormats();
  const { kind, days, openFen, dueOn, owes, partner, agreementNumber } = row;
  return (
    <tr>
      <th scope="row">
        <Party party={owes} />
      </th>
      <td>{number(days)}</td>
      <td>{openFen > 0 ? money(openFen) : '–'}</td>
      <td>{t(`late.${kind}`)}</td>
      <td>
        <Party party={partner} />
      </td>
      <td>{date(dueOn)}</td>
      <td>{agreementNumber}</td>
    </tr>
  );
}

/** Leads to the enterprise in the register. */
function Party({ party }: { readonly party: LateRow['owes'] }): ReactNode {
  if (!party) return '–';
  return <Link to={`/bureau/enterprises?search=${encodeURIComponent(party.name)}`}>{party.name}</Link>;
}
