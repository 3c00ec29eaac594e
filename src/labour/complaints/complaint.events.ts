import { defineEvent } from '../../platform/queue/job.js';

interface ComplaintEvent {
  readonly complaintId: string;
  /** Decides which bureaus are concerned. */
  readonly regionId: string;
  /** The complaining party; null on both for a post that somebody else reported. */
  readonly workerId: string | null;
  readonly enterpriseId: string | null;
}
export const complaintFiled = defineEvent<ComplaintEvent>('labour.complaint.filed');
/** Its bureau decided. The enterprise that it is against is concerned only where the complaint is open to it. */
export const complaintAnswered = defineEvent<
  ComplaintEvent & { readonly state: 'resolved' | 'dismissed'; readonly openToId: string | null }
>('labour.complaint.answered');
