import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Card } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import type { Order } from './orders.rules';
import { DeclineOrderProposalDocument } from './orders.graphql.ts';
import styles from './orders.module.css';
import { useAmount } from './words';

/** What the plan of the region foresees for an order. */
export function ProposalCard({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation('orders');
  const { ago } = useFormats();
  const { me } = useSession();
  const amount = useAmount();
  const { proposal, requirements } = order;
  if (!proposal) return null;
  return (
    <Card title={t('proposal.title')}>
      <Stack>
        <p>{t('proposal.explain', { ago: ago(proposal.proposedAt) })}</p>
        <ul className={styles.shares}>
          {proposal.shares.map(({ requirementId, quantity, enterprise }, place) => {
            const need = requirements.find(({ id }) => id === requirementId);
            return (
              <li key={place}>
                {t('proposal.share', {
                  thing: need?.name ?? '',
                  amount: amount(quantity, need?.unit ?? ''),
                  who: enterprise?.name ?? t('piece.people'),
                })}
              </li>
            );
          })}
        </ul>
        {me?.kind === 'ENTERPRISE' && (
          <Row>
            <ActButton
              label={t('proposal.decline')}
              document={DeclineOrderProposalDocument}
              variables={{ input: { orderId: order.id } }}
              done={t('proposal.declined')}
            />
          </Row>
        )}
      </Stack>
    </Card>
  );
}
