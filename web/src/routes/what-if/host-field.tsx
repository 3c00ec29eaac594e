import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Finder } from '../../ui/finder/finder';
import type { Chosen } from './change.rules';
import { FindEnterprisesDocument } from './what-if.graphql.ts';

interface HostFieldProps {
  readonly value: Chosen | null;
  readonly onChange: (host: Chosen | null) => void;
}

/** Finds an enterprise of the jurisdiction by its name. */
export function HostField({ value, onChange }: HostFieldProps): ReactNode {
  const { t } = useTranslation('whatIf');
  return (
    <Finder
      label={t('field.host')}
      value={value}
      onChange={onChange}
      isRequired
      placeholder={t('hostHint')}
      nothing={t('hostNothing')}
      query={FindEnterprisesDocument}
      pick={({ enterprises }) => enterprises.edges.map(({ node }) => node)}
    />
  );
}
