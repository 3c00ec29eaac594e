import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveQuery } from '../../api/live';
import { inDays } from '../../api/local-day';
import { useSession } from '../../api/session';
import { Notice } from '../../ui/notice';
import { WorkedPlacementsDocument } from './attendance.graphql.ts';
import { sideOf } from './attendance.rules';
import { useNameOf } from './use-name-of';

const context = { additionalTypenames: ['Placement'] };

/** Who should have begun by today and has not: their first scan at the gate begins it. */
export function NotBegun(): ReactNode {
  const { t } = useTranslation('attendance');
  const nameOf = useNameOf();
  const { me } = useSession();
  const [{ data }] = useLiveQuery({
    query: WorkedPlacementsDocument,
    variables: {},
    context: useMemo(() => context, []),
  });
  const due = (data?.placements.edges ?? [])
    .map(({ node }) => node)
    .filter(
      (one) => one.state === 'PLANNED' && one.startsOn <= inDays(0) && sideOf(one, me?.enterprise?.id) === 'host',
    );
  if (due.length === 0) return null;
  return (
    <Notice tone="call">
      <p>{t('onSite.notBegun', { names: due.map(nameOf).join('、') })}</p>
      <Link to="/host/placements">{t('tabs.placements')}</Link>
    </Notice>
  );
}
