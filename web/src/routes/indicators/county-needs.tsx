import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Dialog } from '../../ui/dialog';
import { Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { EmptySeats } from '../host/empty-seats';
import { CountyNeedsDocument, type CountyNeedsQuery } from './indicators.graphql.ts';

type Need = CountyNeedsQuery['needs']['edges'][number]['node'];

/** Where regions divide no further: the needs themselves, and of each why its seats are empty. */
export function CountyNeeds({ regionId }: { readonly regionId: string }): ReactNode {
  const { t } = useTranslation('indicators');
  const variables = useMemo(() => ({ regionId }), [regionId]);
  const [looked, setLooked] = useState<Need>();
  return (
    <Card title={t('needs.title')}>
      <Stack>
        <Pages
          query={CountyNeedsDocument}
          variables={variables}
          of={['LabourNeed']}
          pick={({ needs }) => needs}
          empty={t('needs.none')}
        >
          {(needs) => (
            <Table caption={t('needs.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('needs.host')}</th>
                  <th scope="col">{t('needs.occupation')}</th>
                  <th scope="col">{t('needs.period')}</th>
                  <th scope="col">{t('needs.open')}</th>
                  <th scope="col">{t('needs.state')}</th>
                  <th scope="col">{t('needs.why')}</th>
                </tr>
              </thead>
              <tbody>
                {needs.map((need) => (
                  <Row key={need.id} need={need} onWhy={() => setLooked(need)} />
                ))}
              </tbody>
            </Table>
          )}
        </Pages>
        <Dialog
          title={looked ? `${looked.host.name} · ${looked.occupation.name}` : ''}
          isOpen={looked !== undefined}
          onClose={() => setLooked(undefined)}
        >
          {looked && <EmptySeats needId={looked.id} />}
          <Button onClick={() => setLooked(undefined)}>{t('needs.leave')}</Button>
        </Dialog>
      </Stack>
    </Card>
  );
}

function Row({ need, onWhy }: { readonly need: Need; readonly onWhy: () => void }): ReactNode {
  const { t } = useTranslation(['indicators', 'host']);
  const { number, period } = useFormats();
  const { host, occupation, startsOn, endsOn, headcount, seatsTaken, state } = need;
  return (
    <tr>
      <th scope="row">
        <Link to={`/bureau/enterprises?search=${encodeURIComponent(host.name)}`}>{host.name}</Link>
      </th>
      <td>{occupation.name}</td>
      <td>{period(startsOn, endsOn)}</td>
      <td>{t('made', { numerator: number(headcount - seatsTaken), denominator: number(headcount) })}</td>
      <td>
        <Tag tone={state === 'OPEN' ? 'good' : 'plain'}>{t(`needState.${state}`, { ns: 'host' })}</Tag>
      </td>
      <td>
        {state === 'OPEN' && seatsTaken < headcount && (
          <Button onClick={onWhy}>
            {t('needs.ask')}
            <span className="visually-hidden">{` ${host.name}, ${occupation.name}`}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}
