import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Bar } from '../../ui/card';
import { Columns, Stack } from '../../ui/layout';
import { fairnessKinds, fillOf, type Group } from './fairness.rules';
import styles from './matching.module.css';

/** How many of each group have a proposal, and how long the group has waited. */
export function FairnessGroups({ groups }: { readonly groups: readonly Group[] }): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <section className={styles.part}>
      <Stack>
        <div>
          <h3>{t('fairness.groups')}</h3>
          <p className="soft">{t('fairness.groupsNote')}</p>
        </div>
        <Columns least="l">
          {fairnessKinds.map((kind) => (
            <OfKind key={kind} kind={kind} groups={groups.filter((group) => group.kind === kind)} />
          ))}
        </Columns>
      </Stack>
    </section>
  );
}

interface OfKindProps {
  readonly kind: Group['kind'];
  readonly groups: readonly Group[];
}

function OfKind({ kind, groups }: OfKindProps): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <section className={styles.part}>
      <h4>{t(`fairness.kind.${kind}`)}</h4>
      {groups.length === 0 && <p className="soft">{t('fairness.tooFew')}</p>}
      {groups.length === 1 && <p className="soft">{t('fairness.onlyGroup')}</p>}
      {groups.length > 0 && (
        <ul className={styles.groups} aria-label={t(`fairness.kind.${kind}`)}>
          {groups.map((group) => (
            <OneGroup key={group.label} group={group} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OneGroup({ group }: { readonly group: Group }): ReactNode {
  const { t } = useTranslation('matching');
  const { number, percent } = useFormats();
  const { label, seated, workers, medianDays } = group;
  const share = fillOf(group);
  return (
    <li>
      <Bar label={label} share={share} text={percent(share)} />
      <small className="soft">
        {t('fairness.group', { seated: number(seated), workers: number(workers) })}{' '}
        {t('fairness.groupWait', { count: medianDays })}
      </small>
    </li>
  );
}
