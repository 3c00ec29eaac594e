import { type ReactNode, useDeferredValue, useState } from 'react';
import { ComboBox, I18nProvider, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { TypedDocumentNode } from '@urql/core';
import { useQuery } from 'urql';
import { languageNow } from '../../i18n/i18n';
import styles from './finder.module.css';

export interface Found {
  readonly id: string;
  readonly name: string;
  /** What it is a part of, where its name alone may mean several. */
  readonly note?: string | undefined;
}

interface FinderProps<Data> {
  readonly label: string;
  readonly placeholder: string;
  /** What is said where nothing is found. */
  readonly nothing: string;
  readonly value: Pick<Found, 'id' | 'name'> | null;
  /** Null where the field was emptied. */
  readonly onChange: (found: { id: string; name: string } | null) => void;
  readonly isRequired: boolean;
  readonly query: TypedDocumentNode<Data, { search: string }>;
  readonly pick: (data: Data) => readonly Found[];
}

/** Finds one of many by what is typed of its name. */
export function Finder<Data>(props: FinderProps<Data>): ReactNode {
  const { label, placeholder, nothing, value, onChange, isRequired, query, pick } = props;
  const [text, setText] = useState(value?.name ?? '');
  const search = useDeferredValue(text.trim());
  const [{ data }] = useQuery<Data, { search: string }>({ query, variables: { search }, pause: search === '' });
  const found = search === '' || !data ? [] : pick(data);
  const type = (typed: string): void => {
    setText(typed);
    if (typed === '' && value) onChange(null);
  };
  return (
    // What it says to screen readers is in the console's language, not the browser's.
    <I18nProvider locale={languageNow()}>
      <ComboBox
        className={styles.field}
        items={found}
        inputValue={text}
        onInputChange={type}
        value={value?.id ?? null}
        onChange={(key) => {
          const chosen = found.find(({ id }) => id === key);
          if (!chosen) return;
          setText(chosen.name);
          onChange({ id: chosen.id, name: chosen.name });
        }}
        // What was typed and not chosen from the list does not look as if it were chosen.
        onBlur={() => setText(value?.name ?? '')}
        allowsEmptyCollection
        menuTrigger="input"
        isRequired={isRequired}
      >
        <Label>{label}</Label>
        <Input placeholder={placeholder} />
        <Popover className={styles.popover}>
          <ListBox<Found> className={styles.list} renderEmptyState={() => nothing}>
            {({ id, name, note }) => (
              <ListBoxItem id={id} textValue={name} className={styles.item}>
                {name}
                {note !== undefined && <small>{note}</small>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  );
}
