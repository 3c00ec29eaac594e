import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { EndContract } from './end-contract';
import styles from './lender.module.css';
import type { ListingHeadsQuery } from './lender.graphql.ts';

interface HeadContractProps {
  readonly head: ListingHeadsQuery['surplusHeads']['edges'][number]['node'];
  readonly name: string;
  readonly onState: () => void;
}

/** Whether a head's labour contract is stated, until when it holds, and the way to state or correct it. */
export function HeadContract({ head, name, onState }: HeadContractProps): ReactNode {
  const { t } = useTranslation('lender');
  const { date } = useFormats();
  const { workerId, employment, consent } = head;
  const until = employment?.endsOn;
  // Whoever has left has neither; the API ends an employment whether or not its contract was stated.
  const isEmployed = employment !== null || consent !== null;
  return (
    <div className={styles.between}>
      <span className="soft">
        {employment === null && <Tag tone="call">{t('contract.missing')}</Tag>}
        {employment && (until ? t('contract.until', { day: date(until) }) : t('contract.open'))}
        {employment?.isDispatched && ` · ${t('contract.isDispatched')}`}
      </span>
      <Row>
        <Button
          kind="quiet"
          aria-label={t(employment ? 'contract.correctOf' : 'contract.stateOf', { name })}
          onClick={onState}
        >
          {employment ? t('contract.correct') : t('contract.state')}
        </Button>
        {isEmployed && <EndContract workerId={workerId} name={name} />}
      </Row>
    </div>
  );
}
