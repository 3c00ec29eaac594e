import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField, TextField } from '../../ui/form';
import type { WebhookTopic } from './webhooks.graphql.ts';

export const topics: readonly WebhookTopic[] = [
  ...(['MARKET', 'AGREEMENTS', 'WORK', 'LIFE', 'MONEY', 'VOICES', 'REGISTER'] as const),
];

export interface EndpointDraft {
  readonly url: string;
  readonly description: string;
  readonly topics: readonly WebhookTopic[];
}

interface EndpointFieldsProps {
  readonly draft: EndpointDraft;
  readonly change: (part: Partial<EndpointDraft>) => void;
}

/** Where to, what for, and what of. */
export function EndpointFields({ draft, change }: EndpointFieldsProps): ReactNode {
  const { t } = useTranslation('webhooks');
  return (
    <>
      <TextField
        label={t('form.url')}
        path="url"
        type="url"
        hint={t('form.urlHint')}
        placeholder="https://erp.example.com/hooks"
        required
        maxLength={500}
        value={draft.url}
        onChange={(url) => change({ url })}
      />
      <TextField
        label={t('form.description')}
        path="description"
        maxLength={200}
        value={draft.description}
        onChange={(description) => change({ description })}
      />
      <fieldset>
        <legend>{t('form.topics')}</legend>
        {topics.map((topic) => (
          <CheckField
            key={topic}
            label={t(`topic.${topic}`)}
            checked={draft.topics.includes(topic)}
            onChange={(isOn) =>
              change({ topics: topics.filter((one) => (one === topic ? isOn : draft.topics.includes(one))) })
            }
          />
        ))}
      </fieldset>
    </>
  );
}
