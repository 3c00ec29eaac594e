import type { Viewer } from '../../platform/auth/viewer.js';
import type { LiveTopic } from '../../platform/live/live-topics.js';

/** What a viewer hears of: a worker of their own work, an enterprise of its deals, everyone else of all labour. */
export function topicOf(viewer: Viewer): LiveTopic {
  switch (viewer.kind) {
    case 'worker':
      return `worker:${viewer.workerId}`;
    case 'enterprise':
      return `enterprise:${viewer.enterpriseId}`;
    case 'bureau':
    case 'operator':
    case 'system':
    case 'anonymous':
      return 'labour';
  }
}
