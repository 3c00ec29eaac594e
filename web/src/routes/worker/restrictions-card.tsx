import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Form, TextField } from '../../ui/form';
import { HazardsField } from '../../ui/hazards-field';
import { Row, Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { MyRestrictionsDocument, SetRestrictionsDocument } from './profile.graphql.ts';
import { type Stated, standingOf } from './restrictions.rules';
import styles from './worker.module.css';

const tones = { none: 'plain', holds: 'good', over: 'call' } as const;

/** Work that one must not do, of one's own will and without why. Nothing of it is kept in the browser. */
export function RestrictionsCard(): ReactNode {
  const { t } = useTranslation('profile');
  const [answer, ask] = useQuery({ query: MyRestrictionsDocument, variables: {} });
  const standing = answer.data && standingOf(answer.data.myRestrictions, inDays(0));
  return (
    <Card
      title={t('restrictions.title')}
      actions={standing && <Tag tone={tones[standing]}>{t(`restrictions.${standing}`)}</Tag>}
    >
      <Stack>
        <p className="soft">{t('restrictions.what')}</p>
        <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ myRestrictions }) => <Statement stated={myRestrictions} />}
        </Answer>
      </Stack>
    </Card>
  );
}

/** What is stated stays folded away: others may look at the screen too. */
function Statement({ stated }: { readonly stated: Stated }): ReactNode {
  const { t } = useTranslation(['profile', 'common']);
  const { date } = useFormats();
  const { hazards, until } = stated;
  return (
    <details className={styles.fold}>
      <summary>{t('restrictions.open')}</summary>
      <Stack>
        {hazards.length > 0 && (
          <p>
            {t(until === null ? 'restrictions.stated' : 'restrictions.statedUntil', {
              list: hazards.map((hazard) => t(`common:hazard.${hazard}`)).join(' · '),
              until: until === null ? '' : date(until),
            })}
          </p>
        )}
        <StatementForm key={JSON.stringify(stated)} stated={stated} />
      </Stack>
    </details>
  );
}

function StatementForm({ stated }: { readonly stated: Stated }): ReactNode {
  const { t } = useTranslation('profile');
  const tell = useToast();
  const { act, problem, isBusy } = useAct(SetRestrictionsDocument);
  const [hazards, setHazards] = useState(stated.hazards);
  const [until, setUntil] = useState(stated.until ?? '');
  const withdraw = async (): Promise<void> => {
    if (await act({ input: { hazards: [] } })) tell({ text: t('restrictions.withdrawn') });
  };
  const save = async (): Promise<void> => {
    if (await act({ input: { hazards, ...(until !== '' && { until }) } })) tell({ text: t('saved') });
  };
  return (
    <Form label={t('restrictions.title')} problem={problem} onSubmit={() => void save()}>
      <HazardsField
        label={t('restrictions.which')}
        hint={t('restrictions.noReason')}
        value={hazards}
        onChange={setHazards}
      />
      <TextField
        label={t('restrictions.until')}
        hint={t('restrictions.untilHint')}
        path="until"
        type="date"
        min={inDays(0)}
        value={until}
        onChange={setUntil}
      />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy} disabled={hazards.length === 0}>
          {t('save')}
        </Button>
        {stated.hazards.length > 0 && (
          <Button isBusy={isBusy} onClick={() => void withdraw()}>
            {t('restrictions.withdraw')}
          </Button>
        )}
      </Row>
    </Form>
  );
}
