import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSession } from '../../api/session';
import { ButtonLink } from '../../ui/button';
import { Page, Stack } from '../../ui/layout';
import { SheetImport } from '../../ui/sheet/sheet-import';
import { Answer, Empty } from '../../ui/state';
import { ExternalTitleDocument } from './external.graphql.ts';
import { exampleSheet } from './external.rules';

/** Values out of a department's own spreadsheet, repaired where rows are faulty. */
export function ExternalImportPage(): ReactNode {
  const { t } = useTranslation('external');
  const { id = '' } = useParams();
  const { me } = useSession();
  const navigate = useNavigate();
  const [answer, ask] = useQuery({ query: ExternalTitleDocument, variables: { id } });
  const back = `/bureau/external/${id}`;
  const series = answer.data?.externalSeriesById;
  return (
    <Page
      title={series ? t('import.of', { name: series.name }) : t('import.label')}
      actions={<ButtonLink to={back}>{t('import.back')}</ButtonLink>}
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ externalSeriesById: one }) =>
          one && me ? (
            <Stack>
              <p className="soft">{t('import.hint', { cadence: t(`cadence.${one.cadence}`), unit: one.unit })}</p>
              <SheetImport
                key={me.id}
                kind="external"
                to={`external/${id}`}
                accountId={`${me.id}.${id}`}
                example={(language) => exampleSheet(language, one.cadence)}
                onWritten={() => void navigate(back)}
              />
            </Stack>
          ) : (
            <Empty>{t('gone')}</Empty>
          )
        }
      </Answer>
    </Page>
  );
}
