import { column, defineColumns } from '../../platform/spreadsheet/index.js';

const time = { maxLength: 20 };

/** Attendance: one row per placement and day. A row names the placement, or its worker. */
export const attendanceColumns = defineColumns({
  placement: column('text', { headers: ['派驻编号', 'placement_id'], maxLength: 64 }),
  worker: column('text', { headers: ['姓名', '员工', 'worker_name'], maxLength: 100 }),
  day: column('date', { headers: ['日期', 'date'], required: true }),
  in: column('text', { headers: ['上班', '上班时间', 'check_in'], required: true, ...time }),
  out: column('text', { headers: ['下班', '下班时间', 'check_out'], required: true, ...time }),
  break: column('integer', { headers: ['休息分钟', '休息', 'break_minutes'], min: 0, max: 480 }),
  pieces: column('integer', { headers: ['件数', '计件'], min: 0, max: 1_000_000 }),
});
