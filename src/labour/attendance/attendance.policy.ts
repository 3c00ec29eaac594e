import type { SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { AttendanceDay } from './attendance.entity.js';

/** Limits a query to the days a viewer may see: those of its host, lender, worker; a bureau the disputes of its region. */
export function attendanceOf(
  query: SelectQueryBuilder<AttendanceDay>,
  viewer: Viewer,
): SelectQueryBuilder<AttendanceDay> {
  switch (viewer.kind) {
    case 'enterprise':
      return query.andWhere('(attendance.hostId = :enterpriseId OR attendance.lenderId = :enterpriseId)', {
        enterpriseId: viewer.enterpriseId,
      });
    case 'worker':
      return query.andWhere('attendance.workerId = :workerId', { workerId: viewer.workerId });
    case 'bureau':
      return query.andWhere(
        `attendance.disputedBy IS NOT NULL AND EXISTS (SELECT 1 FROM placement p JOIN labour_need n ON n.id = p.need_id
         JOIN region_ancestor r ON r.region_id = n.region_id AND r.ancestor_id = :jurisdiction
         WHERE p.id = attendance.placement_id)`,
        { jurisdiction: viewer.regionId },
      );
    case 'operator':
    case 'system':
    case 'anonymous':
      return query.andWhere('FALSE');
  }
}
