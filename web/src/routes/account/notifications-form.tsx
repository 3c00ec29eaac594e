import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { CheckField, Form, SelectField, TextField } from '../../ui/form';
import { useToast } from '../../ui/toast';
import styles from './notifications-card.module.css';
import { SetPreferencesDocument } from './notifications.graphql.ts';
import {
  type Draft,
  draftOf,
  inputOf,
  type Preferences,
  type Reader,
  topicsOf,
  withTopic,
} from './notifications.rules';

interface FormProps {
  readonly preferences: Preferences;
  readonly reader: Reader;
}

/** Everything is saved together, and can be undone. */
export function NotificationsForm({ preferences, reader }: FormProps): ReactNode {
  const { t } = useTranslation('notify');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(SetPreferencesDocument);
  const [draft, setDraft] = useState(() => draftOf(preferences));
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    if (!(await act({ input: inputOf(draft) }))) return;
    const undo = { label: t('undo'), run: () => void act({ input: inputOf(draftOf(preferences)) }) };
    tell({ text: t('saved'), undo });
  };
  return (
    <Form label={t('title')} problem={problem} onSubmit={() => void save()}>
      <fieldset className={styles.group}>
        <legend>{t('ways')}</legend>
        {(['email', 'sms'] as const).map((way) => (
          <Way
            key={way}
            way={way}
            reach={preferences[`${way}Reach`]}
            isOn={draft[way]}
            onChange={(isOn) => change({ [way]: isOn })}
          />
        ))}
      </fieldset>
      <Topics reader={reader} muted={draft.mutedTopics} onChange={(mutedTopics) => change({ mutedTopics })} />
      <SelectField
        label={t('digest')}
        hint={t('digestHint')}
        value={draft.digest}
        onChange={(value) => change({ digest: value === 'DAILY' ? 'DAILY' : 'NONE' })}
        options={(['NONE', 'DAILY'] as const).map((value) => ({ value, label: t(`digests.${value}`) }))}
      />
      <QuietHours draft={draft} change={change} />
      <Button kind="main" type="submit" isBusy={isBusy}>
        {t('save')}
      </Button>
    </Form>
  );
}

interface WayProps {
  readonly way: 'email' | 'sms';
  readonly reach: Preferences['emailReach'];
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Way({ way, reach, isOn, onChange }: WayProps): ReactNode {
  const { t } = useTranslation('notify');
  if (reach === 'READY') return <CheckField label={t(`way.${way}`)} checked={isOn} onChange={onChange} />;
  return <p className="soft">{t(`without.${way}.${reach}`)}</p>;
}

interface TopicsProps {
  readonly reader: Reader;
  readonly muted: Draft['mutedTopics'];
  readonly onChange: (muted: Draft['mutedTopics']) => void;
}

function Topics({ reader, muted, onChange }: TopicsProps): ReactNode {
  const { t } = useTranslation('notify');
  return (
    <fieldset className={styles.group}>
      <legend>{t('topics')}</legend>
      <p className="soft">{t('topicsHint')}</p>
      {topicsOf[reader].map((topic) => (
        <CheckField
          key={topic}
          label={t(`topic.${topic}`)}
          checked={!muted.includes(topic)}
          onChange={(isTold) => onChange(withTopic(muted, topic, isTold))}
        />
      ))}
    </fieldset>
  );
}

function QuietHours({
  draft,
  change,
}: {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}): ReactNode {
  const { t } = useTranslation('notify');
  return (
    <fieldset className={styles.group}>
      <legend>{t('quiet')}</legend>
      <CheckField label={t('quietOn')} checked={draft.isQuiet} onChange={(isQuiet) => change({ isQuiet })} />
      {draft.isQuiet && (
        <div className={styles.times}>
          {(['quietFrom', 'quietUntil'] as const).map((end) => (
            <TextField
              key={end}
              label={t(end)}
              path={end}
              type="time"
              required
              value={draft[end]}
              onChange={(time) => change({ [end]: time })}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
