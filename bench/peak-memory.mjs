import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * The most memory this process has had, in MB. Linux counts the parent's memory at the time of the fork into `maxRSS`,
 * but not into `VmHWM`.
 */
export function peakMemoryMb() {
  return linuxPeakMb('self') ?? Math.round(process.resourceUsage().maxRSS / 1024);
}

/** @param {number | 'self'} pid @returns {number | undefined} undefined where there is no /proc or no such process */
export function linuxPeakMb(pid) {
  if (process.platform !== 'linux') return undefined;
  let status;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'latin1');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return undefined;
    throw error;
  }
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}
