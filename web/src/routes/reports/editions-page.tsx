import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { EditionsDocument } from './reports.graphql.ts';
import { EditionState } from './edition-state';
import { ReportsFrame } from './reports-frame';

/** Every edition of every report of the bureau, newest first. */
export function EditionsPage(): ReactNode {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  return (
    <ReportsFrame>
      <Pages
        query={EditionsDocument}
        variables={{}}
        of={['Bulletin']}
        pick={({ bulletins }) => bulletins}
        empty={t('edition.none')}
      >
        {(editions) => (
          <Table caption={t('tab.editions')}>
            <thead>
              <tr>
                <th scope="col">{t('field.title')}</th>
                <th scope="col">{t('edition.period')}</th>
                <th scope="col">{t('edition.version')}</th>
                <th scope="col">{t('edition.state')}</th>
                <th scope="col">{t('edition.by')}</th>
              </tr>
            </thead>
            <tbody>
              {editions.map((edition) => (
                <tr key={edition.id}>
                  <th scope="row">
                    <Link to={`/bureau/reports/${edition.id}`}>{edition.plan.title}</Link>
                  </th>
                  <td>{formats.period(edition.from, edition.until)}</td>
                  <td>{edition.version}</td>
                  <td>
                    <EditionState edition={edition} />
                  </td>
                  <td>
                    {t(edition.isByClock ? 'edition.byClock' : 'edition.byHand')} ·{' '}
                    {formats.dateTime(edition.requestedAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Pages>
    </ReportsFrame>
  );
}
