import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import styles from './materials.module.css';
import type { MyRequest } from './requests-page';
import { DeclineProposalDocument, TakeProposalDocument } from './requests.graphql.ts';
import { useWords } from './words';

/** What matching advises to take for a request, and waits for an answer. */
export function Proposals({ request }: { readonly request: MyRequest }): ReactNode {
  const { t } = useTranslation('materials');
  const waiting = request.proposals.filter(({ state }) => state === 'PROPOSED');
  if (request.state !== 'OPEN') return null;
  return (
    <section>
      <h3>{t('proposal.title', { count: waiting.length })}</h3>
      {waiting.length === 0 ? (
        <p className="soft">{t('proposal.none')}</p>
      ) : (
        <ul className={styles.proposals}>
          {waiting.map((proposal) => (
            <Proposal key={proposal.id} requestId={request.id} proposal={proposal} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ProposalProps {
  readonly requestId: string;
  readonly proposal: MyRequest['proposals'][number];
}

function Proposal({ requestId, proposal }: ProposalProps): ReactNode {
  const { t } = useTranslation('materials');
  const { money, date } = useFormats();
  const words = useWords();
  // One key for one proposal: a second press does not reserve it twice.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { id, quantity, goodsFen, transportFen, lot } = proposal;
  return (
    <li>
      <Row>
        <strong>
          {t('proposal.what', { quantity: words.quantity(quantity, lot.kind.baseUnit), kind: lot.kind.name })}
        </strong>
        <Tag>{t(`grade.${lot.grade}`)}</Tag>
        <Tag>{t(`terms.${lot.terms}`)}</Tag>
      </Row>
      <p>
        {lot.enterprise.name} · {lot.region.name} {lot.siteName} · {words.price(lot)}
      </p>
      <p className="soft">
        {t('proposal.cost', {
          goods: money(goodsFen),
          transport: money(transportFen),
          until: date(lot.availableUntil),
        })}
      </p>
      <Row>
        <ActButton
          label={t('proposal.take')}
          kind="main"
          document={TakeProposalDocument}
          variables={{ input: { idempotencyKey, lotId: lot.id, requestId, quantity: { value: quantity } } }}
          done={t('proposal.taken')}
        />
        <ActButton
          label={t('proposal.decline')}
          document={DeclineProposalDocument}
          variables={{ input: { materialProposalId: id } }}
          done={t('proposal.declined')}
        />
      </Row>
    </li>
  );
}
