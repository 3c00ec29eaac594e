import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';
import { RegionField } from '../../ui/region/region-field';
import { periodOf } from './capacity.rules';
import { type Process, ProcessField } from './catalogue';

/** What is looked for; each choice takes effect at once, figures when one has written them. */
export function FindFilters({ processes }: { readonly processes: readonly Process[] }): ReactNode {
  const { t } = useTranslation('capacity');
  const [address, go] = useAddress();
  const [hours, setHours] = useState(address.get('hours') ?? '');
  const [price, setPrice] = useState(address.get('price') ?? '');
  const { from, until } = periodOf(address);
  const regionId = address.get('region');
  const submit = (): void => go({ hours, price });
  return (
    <Card>
      <Form label={t('find.title')} onSubmit={submit}>
        <Columns least="s">
          <ProcessField
            label={t('process')}
            processes={processes}
            value={address.get('process') ?? ''}
            onChange={(process) => go({ process })}
          />
          <RegionField
            label={t('find.region')}
            value={regionId === null ? null : { id: regionId, name: address.get('regionName') ?? '' }}
            onChange={(region) => go({ region: region?.id ?? '', regionName: region?.name ?? '' })}
          />
          <TextField label={t('find.from')} type="date" value={from} onChange={(day) => go({ from: day })} />
          <TextField label={t('find.until')} type="date" value={until} onChange={(day) => go({ until: day })} />
          <TextField
            label={t('find.hours')}
            type="number"
            min={0}
            step="any"
            value={hours}
            onChange={setHours}
            onBlur={submit}
          />
          <TextField
            label={t('find.price')}
            type="number"
            min={0}
            step={0.01}
            value={price}
            onChange={setPrice}
            onBlur={submit}
          />
          <SelectField
            label={t('find.operators')}
            value={address.get('operators') ?? ''}
            onChange={(operators) => go({ operators })}
            options={[
              { value: '', label: t('operators.EITHER') },
              { value: 'yes', label: t('operators.YES') },
              { value: 'no', label: t('operators.NO') },
            ]}
          />
          <Button type="submit">{t('find.go')}</Button>
        </Columns>
      </Form>
    </Card>
  );
}
