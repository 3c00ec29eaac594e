import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { dayFrom } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { Ask } from '../../ui/act/ask';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Page, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { Table } from '../../ui/table';
import { PlanForm } from './plan-form';
import { Plans } from './plans';
import { TransportGroupsDocument, type TransportGroupsQuery } from './transport.graphql.ts';
import { daysAhead, wayOf } from './transport.rules';

type Group = TransportGroupsQuery['transportGroups'][number];

const directions = ['OUT', 'HOME'] as const;
const groupsContext = { additionalTypenames: ['TransportPlan', 'TransportGroup'] };

/** Who travels together in the coming weeks, and the buses that are planned for them. */
export function TransportPage(): ReactNode {
  const { t } = useTranslation('transport');
  const [address, go] = useAddress();
  const direction = directions.find((one) => one === address.get('direction')) ?? 'OUT';
  const [now] = useState(() => Date.now());
  const query = useMemo(
    () => ({
      query: TransportGroupsDocument,
      variables: { direction, from: dayFrom(now, 0), until: dayFrom(now, daysAhead) },
      context: groupsContext,
    }),
    [direction, now],
  );
  const [answer, ask] = useLiveQuery(query);
  return (
    <Page
      title={t('title')}
      actions={
        <Choice
          label={t('direction.label')}
          value={direction}
          onChange={(chosen) => go({ direction: chosen })}
          options={directions.map((value) => ({ value, label: t(`direction.${value}`) }))}
        />
      }
    >
      <Stack>
        <p className="soft">{t('explain')}</p>
        <Card title={t('groups.title', { days: daysAhead })}>
          <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
            {({ transportGroups: groups }) =>
              groups.length === 0 ? <Empty>{t('groups.none')}</Empty> : <Groups {...{ groups, direction }} />
            }
          </Answer>
        </Card>
        <Plans />
      </Stack>
    </Page>
  );
}

interface GroupsProps {
  readonly groups: readonly Group[];
  readonly direction: (typeof directions)[number];
}

function Groups({ groups, direction }: GroupsProps): ReactNode {
  const { t } = useTranslation('transport');
  const { date, distance, number } = useFormats();
  return (
    <Table caption={t('groups.title', { days: daysAhead })}>
      <thead>
        <tr>
          <th scope="col">{t('field.way')}</th>
          <th scope="col">{t('field.day')}</th>
          <th scope="col">{t('field.heads')}</th>
          <th scope="col">{t('field.seated')}</th>
          <th scope="col">{t('field.km')}</th>
          <th scope="col">{t('field.act')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => {
          const way = t('way', wayOf(group, direction));
          return (
            <tr key={`${group.day} ${group.originId} ${group.destinationId}`}>
              <th scope="row">{way}</th>
              <td>{date(group.day)}</td>
              <td className="number">{number(group.heads)}</td>
              <td>
                <progress value={group.seated} max={group.heads} aria-label={t('field.seated')} />{' '}
                <span className="number">{number(group.seated)}</span>
              </td>
              <td className="number">{distance(group.km)}</td>
              <td>
                {group.seated < group.heads && (
                  <Ask label={t('plan.ask')} title={t('plan.title', { way, day: date(group.day) })}>
                    {(close) => <PlanForm {...{ group, direction }} onDone={close} />}
                  </Ask>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
