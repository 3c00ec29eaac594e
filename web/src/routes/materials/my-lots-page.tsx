import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { Ask } from '../../ui/act/ask';
import { ButtonLink } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { PartsBar } from '../../ui/parts/parts-bar';
import { ActButton } from '../../ui/act/act-button';
import { useToast } from '../../ui/toast';
import { Upload } from '../../ui/upload';
import { LotFacts, LotTags } from './lot-card';
import { type MaterialLotState, MyLotsDocument, type MyLotsQuery, WithdrawLotDocument } from './lots.graphql.ts';
import { MaterialsFrame } from './materials-frame';
import styles from './materials.module.css';
import { useWords } from './words';

type MyLot = MyLotsQuery['myMaterialLots']['edges'][number]['node'];

const states: readonly MaterialLotState[] = ['OPEN', 'CLOSED', 'EXPIRED'];

/** What the enterprise offers, where its goods are now, and what to do with it. */
export function MyLotsPage(): ReactNode {
  const { t } = useTranslation('materials');
  const [address, go] = useAddress();
  // A certificate is handed in past GraphQL: the list is read again.
  const [reading, setReading] = useState(0);
  const state = states.find((known) => known === address.get('state'));
  return (
    <MaterialsFrame
      actions={
        <Row>
          <ButtonLink to="/materials/lots/import">{t('lot.import')}</ButtonLink>
          <ButtonLink kind="main" to="/materials/lots/new">
            {t('lot.offer')}
          </ButtonLink>
        </Row>
      }
    >
      <Row>
        <Choice
          label={t('lot.state')}
          value={state ?? ''}
          onChange={(chosen) => go({ state: chosen })}
          options={[
            { value: '', label: t('all') },
            ...states.map((known) => ({ value: known, label: t(`lotState.${known}`) })),
          ]}
        />
      </Row>
      <Pages
        key={`${state ?? ''} ${String(reading)}`}
        query={MyLotsDocument}
        variables={{ state }}
        of={['MaterialLot', 'MaterialTransfer']}
        pick={({ myMaterialLots }) => myMaterialLots}
        empty={t('lot.none')}
      >
        {(lots) => (
          <div className={styles.cards}>
            {lots.map((lot) => (
              <MyLotCard key={lot.id} lot={lot} onCertificate={() => setReading(reading + 1)} />
            ))}
          </div>
        )}
      </Pages>
    </MaterialsFrame>
  );
}

const whereabouts = ['available', 'reserved', 'delivered', 'received', 'onLoan', 'returned', 'shortfall'] as const;

interface MyLotCardProps {
  readonly lot: MyLot;
  readonly onCertificate: () => void;
}

function MyLotCard({ lot, onCertificate }: MyLotCardProps): ReactNode {
  const { t } = useTranslation('materials');
  const words = useWords();
  const { id, kind, stock, state, quantity } = lot;
  return (
    <Card
      as="article"
      title={kind.name}
      actions={
        <Row>
          <LotTags lot={lot} />
          <Tag tone={state === 'OPEN' ? 'good' : 'plain'}>{t(`lotState.${state}`)}</Tag>
        </Row>
      }
    >
      <Stack>
        <p className={styles.price}>
          {words.price(lot)} · {t('lot.declared', { quantity: words.quantity(quantity, kind.baseUnit) })}
        </p>
        {stock && (
          <PartsBar
            label={t('stock.title')}
            parts={whereabouts.map((place) => ({
              ...{ name: t(`stock.${place}`), value: Number(stock[place]) },
              text: words.quantity(stock[place], kind.baseUnit),
            }))}
          />
        )}
        <LotFacts lot={lot} />
        <Row>
          {lot.actions.includes('WITHDRAW') && <Withdraw lotId={id} />}
          {state === 'OPEN' && <AddCertificate lot={lot} onDone={onCertificate} />}
          <ButtonLink to={`/materials/lots/new?like=${id}`}>{t('lot.again')}</ButtonLink>
          <ButtonLink kind="quiet" to={`/materials/transfers?lot=${id}`}>
            {t('lot.transfers')}
          </ButtonLink>
        </Row>
      </Stack>
    </Card>
  );
}

function Withdraw({ lotId }: { readonly lotId: string }): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <Ask label={t('withdraw.label')} title={t('withdraw.title')} kind="bad">
      {(close) => (
        <Stack>
          <p>{t('withdraw.explain')}</p>
          <Row>
            <ActButton
              label={t('withdraw.confirm')}
              kind="bad"
              document={WithdrawLotDocument}
              variables={{ input: { lotId } }}
              done={t('withdraw.done')}
              onDone={close}
            />
          </Row>
        </Stack>
      )}
    </Ask>
  );
}

interface AddCertificateProps {
  readonly lot: MyLot;
  readonly onDone: () => void;
}

function AddCertificate({ lot: { id, kind }, onDone }: AddCertificateProps): ReactNode {
  const { t } = useTranslation('materials');
  const tell = useToast();
  return (
    <Ask label={t('lot.addCertificate')} title={t('lot.certificateOf', { kind: kind.name })}>
      {(close) => (
        <Upload
          to={`/material-lots/${id}/certificates`}
          label={t('lot.certificateDrop')}
          hint={t('lot.certificateHint')}
          accept=".png,.jpg,.jpeg,.pdf"
          onDone={() => {
            close();
            tell({ text: t('lot.certificateAdded') });
            onDone();
          }}
        />
      )}
    </Ask>
  );
}
