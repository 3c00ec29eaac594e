import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useAddress } from '../../shell/address';
import { Button } from '../../ui/button';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { RemedyList } from '../what-if/remedy-list';
import { ScenarioById } from '../what-if/scenario-by-id';
import { AskRemediesDocument } from '../what-if/what-if.graphql.ts';
import { ChangeByRemedy } from './change-by-remedy';
import type { ChangeableNeed } from './change-by-remedy.rules';

/** What would fill the empty seats: asked by a button, and what of it is up to the host done by another. */
export function WhatWouldFill({ need }: { readonly need: ChangeableNeed }): ReactNode {
  const { t } = useTranslation('whatIf');
  const [address, go] = useAddress();
  const { act, isBusy, problem } = useAct(AskRemediesDocument);
  const asked = address.get('scenario');
  const ask = async (): Promise<void> => {
    const answer = await act({ input: { needId: need.id, idempotencyKey: crypto.randomUUID() } });
    if (answer) go({ scenario: answer.askRemedies.id });
  };
  return (
    <Stack>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      {asked !== null && (
        <ScenarioById key={asked} id={asked}>
          {({ remedies }) =>
            remedies && (
              <Stack>
                <RemedyList
                  answer={remedies}
                  need={need}
                  action={(remedy) => (
                    <ChangeByRemedy need={need} remedy={remedy} onDone={() => go({ scenario: '' })} />
                  )}
                />
              </Stack>
            )
          }
        </ScenarioById>
      )}
      <Row>
        <Button isBusy={isBusy} onClick={() => void ask()}>
          {asked === null ? t('host.ask') : t('host.again')}
        </Button>
      </Row>
    </Stack>
  );
}
