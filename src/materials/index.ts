/** The only door into the materials: its module, the services that other modules use, views as field types, and events. */
export { MaterialsModule } from './materials.module.js';

export { loadMaterialKinds } from './catalogue/material-kind.loader.js';
export { MaterialKinds } from './catalogue/material-kind.service.js';
export { MaterialKindView, toMaterialKindView } from './catalogue/material-kind.view.js';

export { type Grade, gradesFrom, isAtLeast, type Terms } from './lots/grade.rules.js';
export { MaterialLotLife } from './lots/material-lot-life.service.js';
export { MaterialLots } from './lots/material-lot.service.js';
export { MaterialLotView, toMaterialLotView } from './lots/material-lot.view.js';
export { amountFen, type Price } from './lots/price.rules.js';

export { MaterialRequests, type NewMaterialRequest } from './requests/material-request.service.js';
export { MaterialRequestView, toMaterialRequestView } from './requests/material-request.view.js';

export {
  type MaterialProposalDifference,
  MaterialProposals,
  type ProposedTaking,
} from './proposals/material-proposal.service.js';

export { PoolMembership } from './pools/pool-membership.service.js';
export { PoolOpening } from './pools/pool-opening.service.js';

export { MaterialReturns } from './returns/material-return.service.js';

export { MaterialDeliveries } from './transfers/delivery.service.js';
export { MaterialHolds } from './transfers/hold.service.js';
export { type Hold, MaterialReservations } from './transfers/reservation.service.js';
export { MaterialTransfers } from './transfers/material-transfer.service.js';
export { MaterialTransferView, toMaterialTransferView } from './transfers/material-transfer.view.js';

export * from './materials.events.js';
