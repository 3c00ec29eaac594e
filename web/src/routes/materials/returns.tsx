import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { WordsDialog } from '../../ui/act/words-form';
import { Bar, Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { shareOf } from './materials.rules';
import styles from './materials.module.css';
import { QuantityStep } from './step-form';
import type { Transfer } from './transfer.rules';
import { AcceptReturnDocument, RefuseReturnDocument } from './transfers.graphql.ts';
import { useWords } from './words';

const tones = { STATED: 'call', ACCEPTED: 'good', REFUSED: 'bad' } as const;

/** How much of a loan is back, and each part that was brought. */
export function Returns({ transfer }: { readonly transfer: Transfer }): ReactNode {
  const { t } = useTranslation('materials');
  const { number } = useFormats();
  const words = useWords();
  const { lot, acceptedQuantity, stock, returns } = transfer;
  if (lot.terms !== 'LOAN' || acceptedQuantity === null) return null;
  return (
    <section>
      <h3>{t('returns.title')}</h3>
      <Bar
        label={t('stock.returned')}
        share={shareOf(stock.returned, acceptedQuantity)}
        text={t('returns.of', {
          back: number(Number(stock.returned)),
          lent: words.quantity(acceptedQuantity, lot.kind.baseUnit),
        })}
      />
      <ul className={styles.returns}>
        {returns.map((part) => (
          <ReturnPart key={part.id} transfer={transfer} part={part} />
        ))}
      </ul>
    </section>
  );
}

interface ReturnPartProps {
  readonly transfer: Transfer;
  readonly part: Transfer['returns'][number];
}

function ReturnPart({ transfer: { lot }, part }: ReturnPartProps): ReactNode {
  const { t } = useTranslation('materials');
  const { dateTime } = useFormats();
  const words = useWords();
  const { id, state, quantity, note, refusalReason, statedAt, actions } = part;
  return (
    <li>
      <span>
        {t('returns.one', { quantity: words.quantity(quantity, lot.kind.baseUnit), when: dateTime(statedAt) })}
        {note !== '' && ` · ${note}`}
        {refusalReason !== null && ` · ${refusalReason}`}
      </span>
      <Row>
        <Tag tone={tones[state]}>{t(`returnState.${state}`)}</Tag>
        {actions.includes('ACCEPT') && (
          <QuantityStep
            label={t('acceptReturn.label')}
            explain={t('acceptReturn.explain')}
            material={lot.kind}
            first={quantity}
            document={AcceptReturnDocument}
            input={(weighed) => ({ materialReturnId: id, quantity: weighed })}
            done={t('acceptReturn.done')}
          />
        )}
        {actions.includes('REFUSE') && (
          <WordsDialog
            label={t('refuseReturn.label')}
            kind="bad"
            field={t('refuseReturn.reason')}
            path="reason"
            maxLength={300}
            document={RefuseReturnDocument}
            variables={(reason) => ({ input: { materialReturnId: id, reason } })}
            done={t('refuseReturn.done')}
          />
        )}
      </Row>
    </li>
  );
}
