import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Tag } from '../../ui/card';
import type { Remedy } from './change.rules';
import { type NeedTerms, useRemedyWords } from './remedy-words';
import type { RemediesFragment } from './what-if.graphql.ts';
import styles from './what-if.module.css';

interface RemedyListProps {
  readonly answer: RemediesFragment;
  /** Where a single need was asked about. */
  readonly need?: NeedTerms;
  /** What can be done with a remedy. */
  readonly action: (remedy: Remedy) => ReactNode;
}

/** What would fill seats, each by itself, the most first. */
export function RemedyList({ answer, need, action }: RemedyListProps): ReactNode {
  const { t } = useTranslation('whatIf');
  const words = useRemedyWords(need);
  if (answer.seats === 0) return <p>{t('noSeats')}</p>;
  if (answer.seats === answer.filled) return <p>{t('allFilled', { count: answer.seats })}</p>;
  return (
    <>
      <p>{t('outOf', { seats: answer.seats, filled: answer.filled })}</p>
      {answer.remedies.length === 0 ? (
        <p className="soft">{t('noRemedy')}</p>
      ) : (
        <ul className={styles.remedies} aria-label={t('remediesTitle')}>
          {answer.remedies.map((remedy) => (
            <li key={keyOf(remedy)} className={styles.remedy}>
              <div>
                <strong>{words(remedy)}</strong> <Tag tone="good">{t('more', { count: remedy.seats })}</Tag>
                <Elsewhere {...remedy} />
              </div>
              {action(remedy)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the whole market gains, where that is not the same. */
function Elsewhere({ seats, marketSeats }: Remedy): ReactNode {
  const { t } = useTranslation('whatIf');
  const { number, signed } = useFormats();
  if (marketSeats === seats) return null;
  return (
    <p className="soft">
      {marketSeats < seats
        ? t('othersLose', { seats, market: signed(marketSeats), count: seats - marketSeats })
        : t('othersGain', { market: number(marketSeats), count: marketSeats - seats })}
    </p>
  );
}

function keyOf({ kind, addFen, lowerBy, addM, fromRegion, fromOccupation }: Remedy): string {
  return [kind, addFen, lowerBy, addM, fromRegion?.id, fromOccupation?.id].join();
}
