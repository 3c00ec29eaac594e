import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';
import { RegionField } from '../../ui/region/region-field';
import { type Kind, KindField } from './kinds';
import { grades, terms } from './materials.rules';

/** What is looked for; each choice takes effect at once, words when one has written them. */
export function MarketFilters({ kinds }: { readonly kinds: readonly Kind[] }): ReactNode {
  const { t } = useTranslation('materials');
  const [address, go] = useAddress();
  const [text, setText] = useState(address.get('text') ?? '');
  const regionId = address.get('region');
  return (
    <Card>
      <Form label={t('filter.title')} onSubmit={() => go({ text })}>
        <Columns least="s">
          <KindField
            label={t('kind')}
            kinds={kinds}
            blank={t('filter.anyKind')}
            value={address.get('kind') ?? ''}
            onChange={(kind) => go({ kind })}
          />
          <RegionField
            label={t('filter.region')}
            value={regionId === null ? null : { id: regionId, name: address.get('regionName') ?? '' }}
            onChange={(region) => go({ region: region?.id ?? '', regionName: region?.name ?? '' })}
          />
          <SelectField
            label={t('filter.grade')}
            value={address.get('grade') ?? ''}
            onChange={(grade) => go({ grade })}
            options={[
              { value: '', label: t('filter.anyGrade') },
              ...grades.map((grade) => ({ value: grade, label: t(`grade.${grade}`) })),
            ]}
          />
          <SelectField
            label={t('filter.terms')}
            value={address.get('terms') ?? ''}
            onChange={(chosen) => go({ terms: chosen })}
            options={[
              { value: '', label: t('filter.anyTerms') },
              ...terms.map((known) => ({ value: known, label: t(`terms.${known}`) })),
            ]}
          />
          <TextField
            label={t('filter.text')}
            type="search"
            maxLength={50}
            value={text}
            onChange={setText}
            onBlur={() => go({ text })}
          />
          <Button type="submit">{t('filter.go')}</Button>
        </Columns>
      </Form>
    </Card>
  );
}
