import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { RadioList } from '../../ui/act/radio-list';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { ArrangeMarketDocument } from './markets.graphql.ts';
import { type County, type Market, marketByCounty, movesTo } from './markets.rules';
import styles from './markets.module.css';

interface MoveFormProps {
  readonly counties: readonly Pick<County, 'id' | 'name' | 'nameZh' | 'nameEn'>[];
  readonly markets: readonly Market[];
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

const aNewOne = 'new';

/** Where some counties go, who loses them, and what follows: said before it is done. */
export function MoveForm({ counties, markets, onClose, onMoved }: MoveFormProps): ReactNode {
  const { t } = useTranslation(['markets', 'common']);
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ArrangeMarketDocument);
  const [target, setTarget] = useState<string>(aNewOne);
  const [nameZh, setNameZh] = useState(counties[0]?.nameZh ?? '');
  const [nameEn, setNameEn] = useState(counties[0]?.nameEn ?? '');
  const isNew = target === aNewOne;
  const moves = movesTo(isNew ? null : target, counties, marketByCounty(markets));
  const targetName = isNew ? nameZh : (markets.find(({ id }) => id === target)?.name ?? '');
  const move = async (): Promise<void> => {
    const input = { idempotencyKey: crypto.randomUUID(), regionIds: moves.map(({ id }) => id) };
    if (!(await act({ input: { ...input, ...(isNew ? { nameZh, nameEn } : { marketId: target }) } }))) return;
    tell({ text: t('move.done', { count: moves.length, market: targetName }) });
    onClose();
    onMoved();
  };
  return (
    <Form label={t('move.title')} problem={problem} onSubmit={() => void move()}>
      <RadioList
        label={t('move.to')}
        value={target}
        onChange={setTarget}
        options={[
          { value: aNewOne, label: t('move.new') },
          ...markets.map(({ id, name, counties: held }) => ({
            ...{ value: id, label: name, note: t('counties', { count: held.length }) },
          })),
        ]}
      />
      {isNew && (
        <>
          <TextField
            label={t('move.nameZh')}
            path="nameZh"
            required
            maxLength={60}
            value={nameZh}
            onChange={setNameZh}
          />
          <TextField
            label={t('move.nameEn')}
            path="nameEn"
            required
            maxLength={60}
            value={nameEn}
            onChange={setNameEn}
          />
        </>
      )}
      <Moves moves={moves} to={targetName} />
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy} disabled={moves.length === 0}>
          {t('move.confirm')}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}

interface MovesProps {
  readonly moves: ReturnType<typeof movesTo>;
  readonly to: string;
}

function Moves({ moves, to }: MovesProps): ReactNode {
  const { t } = useTranslation('markets');
  if (moves.length === 0) return <Notice>{t('move.nothing')}</Notice>;
  return (
    <section>
      <h3>{t('move.what')}</h3>
      <ul className={styles.moves}>
        {moves.map(({ id, name, from }) => (
          <li key={id}>{t('move.one', { county: name, from: from ?? t('move.nowhere'), to })}</li>
        ))}
      </ul>
      <p className="soft">{t('move.effect')}</p>
    </section>
  );
}
