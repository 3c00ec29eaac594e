import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { useDraft } from '../../api/draft';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, TextField } from '../../ui/form';
import { Columns, Page, Stack } from '../../ui/layout';
import { PlaceField } from '../../ui/map/place-field';
import { Notice } from '../../ui/notice';
import { OccupationField } from '../../ui/occupation/occupation-field';
import { PublishNeedDocument } from './host.graphql.ts';
import { Terms, Times } from './new-need-fields';
import { blankNeed, needInput } from './new-need.rules';

/** A need within a minute: whom, where, when, for how much. What is filled in stays when one goes away. */
export function NewNeedPage(): ReactNode {
  const { t } = useTranslation('host');
  const navigate = useNavigate();
  const [draft, change, clear] = useDraft('need', blankNeed);
  const { act, isBusy, problem } = useAct(PublishNeedDocument);
  // One key for one need: a second press, or one after a lost line, does not publish it twice.
  const [key] = useState(() => crypto.randomUUID());
  const input = needInput(draft, key);
  const submit = async (): Promise<void> => {
    const published = input && (await act({ input }));
    if (!published) return;
    clear();
    await navigate(`/host/needs/${published.publishNeed.id}`);
  };
  return (
    <Page title={t('newNeed.title')}>
      <Form label={t('newNeed.title')} problem={problem} onSubmit={() => void submit()}>
        <Columns least="l">
          <Card title={t('newNeed.whom')}>
            <Stack>
              <OccupationField
                label={t('newNeed.occupation')}
                value={draft.occupation}
                onChange={(occupation) => change({ occupation })}
              />
              <Terms draft={draft} change={change} />
              <Times draft={draft} change={change} />
              <TextField
                label={t('newNeed.description')}
                path="description"
                value={draft.description}
                onChange={(description) => change({ description })}
                maxLength={500}
              />
            </Stack>
          </Card>
          <Card title={draft.place?.regionName ?? t('newNeed.where')}>
            <PlaceField label={t('newNeed.whereMap')} value={draft.place} onChange={(place) => change({ place })} />
            <TextField
              label={t('newNeed.address')}
              path="address"
              value={draft.address}
              onChange={(address) => change({ address })}
              maxLength={200}
            />
          </Card>
        </Columns>
        {!draft.place && <Notice tone="call">{t('newNeed.placeMissing')}</Notice>}
        <Button kind="main" type="submit" isBusy={isBusy} disabled={!input}>
          {t('newNeed.publish')}
        </Button>
      </Form>
    </Page>
  );
}
