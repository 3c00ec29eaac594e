import { type ReactNode, useDeferredValue, useState } from 'react';
import { ComboBox, I18nProvider, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { languageNow } from '../../i18n/i18n';
import styles from './occupation-field.module.css';
import { FindOccupationsDocument } from './occupation.graphql.ts';

export interface ChosenOccupation {
  readonly id: string;
  readonly name: string;
}

interface OccupationFieldProps {
  readonly label: string;
  readonly value: ChosenOccupation | null;
  readonly onChange: (occupation: ChosenOccupation | null) => void;
}

/** Finds an occupation by its name in either language, by pinyin or by the pinyin's initials: `hg` finds 焊工. */
export function OccupationField({ label, value, onChange }: OccupationFieldProps): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(value?.name ?? '');
  const search = useDeferredValue(text.trim());
  const [{ data }] = useQuery({ query: FindOccupationsDocument, variables: { search }, pause: search === '' });
  const found = search === '' ? [] : (data?.occupations.edges.map(({ node }) => node) ?? []);
  return (
    // What it says to screen readers is in the console's language, not the browser's.
    <I18nProvider locale={languageNow()}>
      <ComboBox
        className={styles.field}
        items={found}
        inputValue={text}
        onInputChange={setText}
        value={value?.id ?? null}
        onChange={(key) => {
          const chosen = found.find(({ id }) => id === key);
          if (!chosen) return;
          setText(chosen.name);
          onChange({ id: chosen.id, name: chosen.name });
        }}
        allowsEmptyCollection
        menuTrigger="input"
        isRequired
      >
        <Label>{label}</Label>
        <Input placeholder={t('occupation.hint')} />
        <Popover className={styles.popover}>
          <ListBox<(typeof found)[number]> className={styles.list} renderEmptyState={() => t('occupation.nothing')}>
            {({ id, name }) => (
              <ListBoxItem id={id} textValue={name} className={styles.item}>
                {name}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  );
}
