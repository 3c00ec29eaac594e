import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { AnswerBusSeatDocument, type BusSeatFragment } from './transport.graphql.ts';
import { When } from './when';
import styles from './transport.module.css';

const tones = { ASKED: 'call', TAKEN: 'good', DECLINED: 'plain', FORESEEN: 'plain', VOID: 'plain' } as const;

/** A seat on a bus: where and when one boards, and whether one rides. One may change one's mind until the day is over. */
export function SeatCard({ seat }: { readonly seat: BusSeatFragment }): ReactNode {
  const { t } = useTranslation('transport');
  const { weekday } = useFormats();
  const tell = useToast();
  const { act, isBusy, problem } = useAct(AnswerBusSeatDocument);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { id, day, direction, state, bus, boards, leaves } = seat;
  const answer = async (isTaken: boolean): Promise<void> => {
    if (!(await act({ input: { idempotencyKey: key, seatId: id, isTaken } }))) return;
    // Another answer is another deed.
    setKey(crypto.randomUUID());
    tell({ text: t(isTaken ? 'seat.tookIt' : 'seat.declinedIt') });
  };
  return (
    <Card
      as="li"
      title={`${t(`mine.${direction}`)} · ${day ? weekday(day) : ''}`}
      actions={<Tag tone={tones[state]}>{t(`seat.${state}`)}</Tag>}
    >
      <Stack>
        {bus && <p className="soft">{t('mine.bus', { bus })}</p>}
        <ol className={styles.stops}>
          {[boards, leaves].map(
            (stop) =>
              stop && (
                <li key={stop.id} data-home={stop.isHome}>
                  <When stop={stop} />
                  <span>{stop.name}</span>
                </li>
              ),
          )}
        </ol>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
        <Row>
          {state !== 'TAKEN' && (
            <Button kind="main" isBusy={isBusy} onClick={() => void answer(true)}>
              {t('seat.take')}
            </Button>
          )}
          {state !== 'DECLINED' && (
            <Button isBusy={isBusy} onClick={() => void answer(false)}>
              {t('seat.decline')}
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
