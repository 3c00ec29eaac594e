import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Dialog } from '../../ui/dialog';
import { Page, Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { useToast } from '../../ui/toast';
import { OnSiteTabs } from '../attendance/on-site-tabs';
import {
  EndPlacementDocument,
  HostPlacementsDocument,
  type HostPlacementsQuery,
  StartPlacementDocument,
} from './host.graphql.ts';

type HostPlacement = HostPlacementsQuery['placements']['edges'][number]['node'];

/** Who works here, will, or did; and who of one's own is lent elsewhere. */
export function PlacementsPage(): ReactNode {
  const { t } = useTranslation('host');
  const columns = ['who', 'work', 'period', 'kind', 'state', 'action'] as const;
  return (
    <Page title={t('placements.title')}>
      <OnSiteTabs />
      <Card>
        <Pages
          query={HostPlacementsDocument}
          variables={{}}
          of={['Placement', 'Offer']}
          pick={({ placements }) => placements}
          empty={t('placements.nothing')}
        >
          {(placements) => (
            <Table caption={t('placements.title')}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {t(`placements.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {placements.map((placement) => (
                  <PlacementRow key={placement.id} placement={placement} />
                ))}
              </tbody>
            </Table>
          )}
        </Pages>
      </Card>
    </Page>
  );
}

function PlacementRow({ placement }: { readonly placement: HostPlacement }): ReactNode {
  const { t } = useTranslation(['host', 'common']);
  const { period } = useFormats();
  const { state, kind, startsOn, endsOn, candidate, need, termsConfirmedAt } = placement;
  const name = nameOf(placement) ?? t('candidates.anonymous', { code: placement.id.slice(-4).toUpperCase() });
  return (
    <tr>
      <th scope="row">
        <Link to={`/host/placements/${placement.id}`}>{name}</Link>{' '}
        <span className="soft">{candidate?.person?.phone}</span>
      </th>
      <td>{need && <Link to={`/host/needs/${need.id}`}>{need.occupation.name}</Link>}</td>
      <td>{period(startsOn, endsOn)}</td>
      <td>{t(`common:kind.${kind}`)}</td>
      <td>
        <Tag tone={state === 'ACTIVE' ? 'good' : state === 'PLANNED' ? 'call' : 'plain'}>
          {t(`placementState.${state}`)}
        </Tag>
        {kind === 'LOAN' && state === 'PLANNED' && termsConfirmedAt === null && (
          <p className="soft">{t('placements.waitsForTerms')}</p>
        )}
      </td>
      <td>
        <Steps placement={placement} name={name} />
      </td>
    </tr>
  );
}

function nameOf({ candidate }: HostPlacement): string | undefined {
  return candidate?.person?.name;
}

function Steps({ placement, name }: { readonly placement: HostPlacement; readonly name: string }): ReactNode {
  const { t } = useTranslation('host');
  const tell = useToast();
  const start = useAct(StartPlacementDocument);
  const end = useAct(EndPlacementDocument);
  const [isAsking, setAsking] = useState(false);
  const input = { input: { placementId: placement.id } };
  const problem = start.problem ?? end.problem;
  const finish = async (): Promise<void> => {
    if (await end.act(input)) tell({ text: t('placements.ended') });
    setAsking(false);
  };
  return (
    <Row>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      {placement.actions.includes('START') && (
        <Button
          kind="main"
          isBusy={start.isBusy}
          onClick={() => void start.act(input).then((done) => done && tell({ text: t('placements.started') }))}
        >
          {t('placements.start')}
        </Button>
      )}
      {placement.actions.includes('END') && (
        <Button onClick={() => setAsking(true)}>
          {t(placement.state === 'PLANNED' ? 'placements.cancel' : 'placements.end')}
        </Button>
      )}
      <Dialog title={t('placements.ask')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{t('placements.askText', { name })}</p>
        <Row>
          <Button kind="bad" isBusy={end.isBusy} onClick={() => void finish()}>
            {t(placement.state === 'PLANNED' ? 'placements.cancel' : 'placements.end')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('placements.keep')}</Button>
        </Row>
      </Dialog>
    </Row>
  );
}
