import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import styles from './messages.module.css';
import { MyMessagesDocument, type MyMessagesQuery, ReadMessagesDocument } from './messages.graphql.ts';

/** What one should know. Looking at it counts as reading it. */
export function MessagesPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('messages.title')} width="text">
      <Pages
        query={MyMessagesDocument}
        variables={{}}
        of={['Notification']}
        pick={({ myNotifications }) => myNotifications}
        empty={t('messages.nothing')}
      >
        {(messages) => <Messages messages={messages} />}
      </Pages>
    </Page>
  );
}

type Message = MyMessagesQuery['myNotifications']['edges'][number]['node'];

function Messages({ messages }: { readonly messages: readonly Message[] }): ReactNode {
  const { dateTime } = useFormats();
  const { act } = useAct(ReadMessagesDocument);
  const unread = messages.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  const unreadIds = unread.join();
  useEffect(() => {
    if (unreadIds !== '') void act({ input: { ids: unreadIds.split(',') } });
  }, [act, unreadIds]);
  return (
    <ul>
      {messages.map(({ id, text, createdAt, readAt }) => (
        <li key={id} className={styles.message} data-new={readAt === null}>
          <p>{text}</p>
          <time className="soft" dateTime={createdAt}>
            {dateTime(createdAt)}
          </time>
        </li>
      ))}
    </ul>
  );
}
