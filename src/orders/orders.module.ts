import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CapacityModule } from '../capacity/index.js';
import { LabourModule } from '../labour/index.js';
import { MatchingModule } from '../matching/index.js';
import { MaterialsModule } from '../materials/index.js';
import { AllocationResolver, RequirementAllocationsResolver } from './allocations/allocation.resolver.js';
import { Allocations } from './allocations/allocation.service.js';
import { GuaranteeResolver } from './guarantee/guarantee.resolver.js';
import { Guarantees } from './guarantee/guarantee.service.js';
import { OrderJobs } from './orders.jobs.js';
import { OrderChecks } from './production-orders/order-check.service.js';
import { OrderPlacing } from './production-orders/order-placing.service.js';
import { OrderSearch } from './production-orders/order-search.service.js';
import { OrderAllocation, OrderRequirement, ProductionOrder } from './production-orders/production-order.entity.js';
import {
  OrderRequirementResolver,
  ProductionOrderFieldResolver,
  ProductionOrderResolver,
} from './production-orders/production-order.resolver.js';
import { ProductionOrders } from './production-orders/production-order.service.js';
import { Recipe, RecipeVersion } from './recipes/recipe.entity.js';
import { RecipeLineResolver, RecipeResolver } from './recipes/recipe.resolver.js';
import { Recipes } from './recipes/recipe.service.js';
import { OrderProposal } from './region-plan/order-proposal.entity.js';
import { OrderProposalResolver, OrderProposalShareResolver } from './region-plan/order-proposal.resolver.js';
import { OrderProposals } from './region-plan/order-proposal.service.js';
import { ProposalAnswers } from './region-plan/proposal-answer.service.js';
import { RegionPlanDesk } from './region-plan/region-plan-desk.service.js';
import { RegionPlanJobs } from './region-plan/region-plan.jobs.js';
import {
  RegionPlanOutcomeResolver,
  RegionPlanResolver,
  ScarceThingResolver,
} from './region-plan/region-plan.resolver.js';
import { RegionPlanRun } from './region-plan/region-plan-run.entity.js';
import { RegionPlanning } from './region-plan/region-planning.service.js';
import { OrderPlanner } from './securing/order-planner.service.js';
import { OrderPlans } from './securing/order-plans.service.js';
import { OrderReserving } from './securing/order-reserving.service.js';
import { OrderSecuring } from './securing/order-securing.service.js';
import { OrderMissingResolver, OrderPlanItemResolver, SecuringResolver } from './securing/securing.resolver.js';
import { Things } from './things.service.js';

@Module({
  imports: [
    ...[LabourModule, MaterialsModule, CapacityModule, MatchingModule],
    TypeOrmModule.forFeature([Recipe, RecipeVersion, ProductionOrder, OrderRequirement, OrderAllocation]),
    TypeOrmModule.forFeature([RegionPlanRun, OrderProposal]),
  ],
  providers: [
    Things,
    ...[Recipes, RecipeResolver, RecipeLineResolver],
    ...[ProductionOrders, OrderPlacing, OrderChecks, OrderSearch],
    ...[ProductionOrderResolver, ProductionOrderFieldResolver, OrderRequirementResolver],
    ...[Allocations, RequirementAllocationsResolver, AllocationResolver],
    ...[OrderPlanner, OrderPlans, OrderReserving, OrderSecuring],
    ...[SecuringResolver, OrderPlanItemResolver, OrderMissingResolver],
    ...[Guarantees, GuaranteeResolver, OrderJobs],
    ...[RegionPlanning, RegionPlanDesk, RegionPlanJobs, OrderProposals, ProposalAnswers],
    ...[RegionPlanResolver, RegionPlanOutcomeResolver, ScarceThingResolver],
    ...[OrderProposalResolver, OrderProposalShareResolver],
  ],
})
export class OrdersModule {}
