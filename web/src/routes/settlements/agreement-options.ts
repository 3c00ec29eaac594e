import { useQuery } from 'urql';
import { SettledAgreementsDocument } from './settlements.graphql.ts';

/** An agreement that is settled, as a list to choose from shows it. */
export interface AgreementOption {
  readonly value: string;
  readonly label: string;
}

const settled: readonly string[] = ['SIGNED', 'IN_FORCE', 'ENDED', 'TERMINATED'];

/** The agreements under which there can be settlements: the newest hundred. */
export function useAgreements(): readonly AgreementOption[] {
  const [{ data }] = useQuery({ query: SettledAgreementsDocument, variables: {} });
  return (data?.agreements.edges ?? [])
    .filter(({ node }) => node.kind === 'COOPERATION' && settled.includes(node.state))
    .map(({ node: { id, number, host, lender } }) => ({
      value: id,
      label: `${number} · ${lender?.name ?? ''} → ${host?.name ?? ''}`,
    }));
}
