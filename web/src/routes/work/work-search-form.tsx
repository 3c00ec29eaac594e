import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { CheckField, Form, SelectField, TextField } from '../../ui/form';
import { Columns, Row, Stack } from '../../ui/layout';
import { NearMe } from './near-me';
import { SaveSearch } from './save-search';
import { sorts, wageUnits, type WorkSearch } from './work.rules';

export interface WorkSearchFormProps {
  readonly search: WorkSearch;
  /** Where the worker lives: from there where the device tells no place. */
  readonly home: WorkSearch['at'];
  /** Parts of the address to set; an empty one goes. */
  readonly change: (part: Readonly<Record<string, string>>) => void;
}

/** What is searched for. Words take effect when one presses Enter or leaves the field, all else at once. */
export function WorkSearchForm({ search, home, change }: WorkSearchFormProps): ReactNode {
  const { t } = useTranslation(['work', 'common']);
  const [text, setText] = useState(search.text);
  const [wage, setWage] = useState(search.wage);
  const submit = (): void => change({ text, wage });
  return (
    <Card>
      <Stack>
        <Form label={t('search.title')} onSubmit={submit}>
          <Columns least="s">
            <TextField
              label={t('search.text')}
              hint={t('search.textHint')}
              type="search"
              value={text}
              onChange={setText}
              onBlur={submit}
              maxLength={100}
            />
            <TextField
              label={t('search.wage')}
              type="number"
              min={0}
              step={0.01}
              value={wage}
              onChange={setWage}
              onBlur={submit}
            />
            <SelectField
              label={t('search.unit')}
              value={search.wageUnit}
              onChange={(unit) => change({ unit })}
              options={wageUnits.map((unit) => ({ value: unit, label: t(`common:wageUnit.${unit}`) }))}
            />
            <SelectField
              label={t('search.sort')}
              value={search.sort ?? (search.at ? 'NEAREST' : 'NEWEST')}
              onChange={(sort) => change({ sort })}
              options={sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
            />
          </Columns>
          <Row>
            <NearMe search={search} home={home} change={change} />
            <CheckField
              label={t('search.lodging')}
              checked={search.lodging}
              onChange={(lodging) => change({ lodging: lodging ? 'yes' : '' })}
            />
            <Button type="submit" kind="main">
              {t('search.go')}
            </Button>
          </Row>
        </Form>
        <SaveSearch search={search} />
      </Stack>
    </Card>
  );
}
