import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { PartsBar } from '../../ui/parts/parts-bar';
import styles from './materials.module.css';
import { fillOf } from './request.rules';
import type { RequestFactsFragment } from './requests.graphql.ts';
import { useWords } from './words';

interface RequestCardProps {
  readonly request: RequestFactsFragment;
  readonly isOwn?: boolean;
  readonly children?: ReactNode;
}

/** What an enterprise lacks, and how far it is met. */
export function RequestCard({ request, isOwn = false, children }: RequestCardProps): ReactNode {
  const { t } = useTranslation('materials');
  const words = useWords();
  const { kinds, state, priority, quantity } = request;
  const [wanted, ...others] = kinds;
  if (!wanted) return null;
  const fill = fillOf(request);
  return (
    <Card
      as="article"
      title={wanted.name}
      actions={
        <Row>
          {priority === 'URGENT' && <Tag tone="bad">{t('request.urgent')}</Tag>}
          {isOwn && <Tag tone={state === 'OPEN' ? 'good' : 'plain'}>{t(`requestState.${state}`)}</Tag>}
        </Row>
      }
    >
      <Stack>
        <p className={styles.price}>{words.quantity(quantity, wanted.baseUnit)}</p>
        <PartsBar
          label={t('request.fill')}
          parts={(['delivered', 'reserved', 'lacking'] as const).map((part) => ({
            ...{ name: t(`request.${part}`), value: fill[part] },
            text: words.quantity(fill[part], wanted.baseUnit),
            isMissing: part === 'lacking',
          }))}
        />
        <RequestFacts request={request} substitutes={others.map(({ name }) => name)} />
        {children}
      </Stack>
    </Card>
  );
}

interface RequestFactsProps {
  readonly request: RequestFactsFragment;
  readonly substitutes: readonly string[];
}

function RequestFacts({ request, substitutes }: RequestFactsProps): ReactNode {
  const { t } = useTranslation('materials');
  const { date, money } = useFormats();
  const { minimumGrade, acceptsSale, acceptsLoan, ceilingFen, splitAllowed } = request;
  const accepted = [acceptsSale && t('terms.SALE'), acceptsLoan && t('terms.LOAN')].filter((word) => word !== false);
  return (
    <div className={styles.facts}>
      <p>
        {request.enterprise.name} · {request.region.name} {request.siteName}
      </p>
      <p>{t('request.by', { date: date(request.neededBy) })}</p>
      <p className="soft">
        {t('request.terms', { grade: t(`grade.${minimumGrade}`), terms: accepted.join(t('or')) })}
        {!splitAllowed && ` ${t('request.whole')}`}
        {ceilingFen !== null && ` ${t('request.ceilingOf', { price: money(ceilingFen) })}`}
      </p>
      {substitutes.length > 0 && <p>{t('request.substitutes', { kinds: substitutes.join(t('comma')) })}</p>}
      {request.description !== '' && <p>{request.description}</p>}
    </div>
  );
}
