import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import {
  DisputeSettlementInput,
  IssueSettlementInput,
  PrepareSettlementInput,
  RecordHostPaymentInput,
  RecordInsuranceProofInput,
  RecordWorkerPaymentsInput,
  SettlementInput,
} from './settlement.input.js';
import { SettlementPayments } from './settlement-payment.service.js';
import { SettlementPreparation } from './settlement-preparation.service.js';
import { SettlementSteps } from './settlement-step.service.js';
import { InsuranceProofView, SettlementView, toInsuranceProofView, toSettlementView } from './settlement.view.js';

const policyOf = (owns: string): Policy => ({ to: ['enterprise'], owns, scope: 'labour:write' });
const parties = policyOf('settlements whose host or lender the viewer’s enterprise is');
const lender = policyOf('settlements whose lender the viewer’s enterprise is');
const host = policyOf('settlements whose host the viewer’s enterprise is');

@Resolver(() => SettlementView)
export class SettlementStepResolver {
  constructor(
    private readonly preparation: SettlementPreparation,
    private readonly steps: SettlementSteps,
    private readonly payments: SettlementPayments,
  ) {}

  @Mutation(() => SettlementView, {
    description: 'Computes the settlement of a period. A draft is computed anew; what is issued is answered as it is.',
  })
  @Allow(parties)
  async prepareSettlement(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'Which one.' }) input: PrepareSettlementInput,
  ): Promise<SettlementView> {
    return toSettlementView(await this.preparation.prepare(viewer, input));
  }

  @Mutation(() => SettlementView, {
    description: 'Issues a draft as the lender: its amounts and its days of attendance are fixed from here.',
  })
  @Allow(lender)
  async issueSettlement(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'Which one.' }) input: IssueSettlementInput,
  ): Promise<SettlementView> {
    return toSettlementView(await this.steps.issue(viewer, input, 'draft'));
  }

  @Mutation(() => SettlementView, { description: 'Issues a disputed settlement again as the lender, computed anew.' })
  @Allow(lender)
  async reissueSettlement(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'Which one.' }) input: IssueSettlementInput,
  ): Promise<SettlementView> {
    return toSettlementView(await this.steps.issue(viewer, input, 'disputed'));
  }

  @Mutation(() => SettlementView, { description: 'Agrees, as the host, to every line of an issued settlement.' })
  @Allow(host)
  async confirmSettlement(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'Which one.' }) input: SettlementInput,
  ): Promise<SettlementView> {
    return toSettlementView(await this.steps.confirm(viewer, input.settlementId));
  }

  @Mutation(() => SettlementView, {
    description: 'Says that a settlement is wrong, until the host has paid. Its days can be put right from here.',
  })
  @Allow(parties)
  async disputeSettlement(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'Which one, and why.' }) input: DisputeSettlementInput,
  ): Promise<SettlementView> {
    return toSettlementView(await this.steps.dispute(viewer, input));
  }

  @Mutation(() => SettlementView, {
    description: 'Records proof of the host’s payment to the lender. The settlement closes once both legs are proven.',
  })
  @Allow(parties)
  async recordHostPayment(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'The proof.' }) input: RecordHostPaymentInput,
  ): Promise<SettlementView> {
    return toSettlementView(await this.payments.recordHostPayment(viewer, input));
  }

  @Mutation(() => SettlementView, {
    description:
      'Records proof of what the lender paid its workers. Less than was received for a worker keeps the settlement open.',
  })
  @Allow(lender)
  async recordWorkerPayments(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'The proofs.' }) input: RecordWorkerPaymentsInput,
  ): Promise<SettlementView> {
    return toSettlementView(await this.payments.recordWorkerPayments(viewer, input));
  }

  @Mutation(() => InsuranceProofView, { description: 'Records proof, as the lender, of social insurance of a month.' })
  @Allow(policyOf('agreements whose lender the viewer’s enterprise is'))
  async recordInsuranceProof(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'The proof.' }) input: RecordInsuranceProofInput,
  ): Promise<InsuranceProofView> {
    return toInsuranceProofView(await this.payments.recordInsuranceProof(viewer, input));
  }
}
