import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { inDays } from '../../api/local-day';
import { ButtonLink } from '../../ui/button';
import styles from './pass.module.css';
import { PassPlacementsDocument } from './pass.graphql.ts';
import { placementOn } from './pass.rules';

const context = { additionalTypenames: ['Placement'] };

/** The way to the pass, on a day on which one needs it. */
export function PassToday(): ReactNode {
  const { t } = useTranslation('pass');
  const [{ data }] = useLiveQuery({ query: PassPlacementsDocument, context: useMemo(() => context, []) });
  const placement = placementOn(data?.placements.edges.map(({ node }) => node) ?? [], inDays(0));
  if (!placement) return null;
  return (
    <div className={styles.today}>
      <ButtonLink kind="main" to="/my/pass">
        <span aria-hidden="true">▣</span> {t('show', { host: placement.need?.host.name ?? '' })}
      </ButtonLink>
    </div>
  );
}
