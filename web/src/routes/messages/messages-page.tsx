import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { router } from '../../router';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { placeOfMessage } from './message-link.rules';
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
      {messages.map(({ id, text, link, createdAt, readAt }) => (
        <li key={id} className={styles.message} data-new={readAt === null}>
          <Words text={text} link={link} />
          <time className="soft" dateTime={createdAt}>
            {dateTime(createdAt)}
          </time>
        </li>
      ))}
    </ul>
  );
}

/** What it says; it leads to the place that it is about, where there is one. */
function Words({ text, link }: Pick<Message, 'text' | 'link'>): ReactNode {
  const place = placeOfMessage(link, router.routes);
  return place === undefined ? (
    <p>{text}</p>
  ) : (
    <Link to={place} className={styles.link}>
      {text}
    </Link>
  );
}
