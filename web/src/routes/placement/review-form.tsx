import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { type PlacementParty, WriteReviewDocument } from './placement.graphql.ts';
import styles from './placement.module.css';
import { type ScoreName, scoresOf } from './placement.rules';

interface ReviewFormProps {
  readonly placementId: string;
  readonly party: PlacementParty;
  readonly onDone: () => void;
}

/** Stars for what one's side is asked, and words. */
export function ReviewForm({ placementId, party, onDone }: ReviewFormProps): ReactNode {
  const { t } = useTranslation('placement');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(WriteReviewDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [scores, setScores] = useState<Partial<Record<ScoreName, number>>>({});
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    if (!(await act({ input: { idempotencyKey: key, placementId, ...scores, text: text.trim() } }))) return;
    tell({ text: t('review.done') });
    onDone();
  };
  return (
    <Form label={t('review.go')} problem={problem} onSubmit={() => void send()}>
      <p>{t('review.sealed')}</p>
      {scoresOf(party).map((name) => (
        <Stars
          key={name}
          label={t(`score.${name}`)}
          value={scores[name] ?? 0}
          onChange={(value) => setScores({ ...scores, [name]: value })}
        />
      ))}
      <TextAreaField label={t('review.text')} path="text" maxLength={1000} value={text} onChange={setText} />
      <Button type="submit" kind="main" isBusy={isBusy}>
        {t('review.send')}
      </Button>
    </Form>
  );
}

interface StarsProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Stars({ label, value, onChange }: StarsProps): ReactNode {
  const { t } = useTranslation('placement');
  const name = useId();
  return (
    <fieldset className={styles.stars}>
      <legend>{label}</legend>
      {[1, 2, 3, 4, 5].map((stars) => (
        <label key={stars} data-on={stars <= value}>
          <input
            type="radio"
            className="visually-hidden"
            required
            name={name}
            checked={stars === value}
            onChange={() => onChange(stars)}
          />
          <span aria-hidden="true">★</span>
          <span className="visually-hidden">{t('review.stars', { count: stars })}</span>
        </label>
      ))}
    </fieldset>
  );
}
