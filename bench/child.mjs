import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and returns what it printed, or says why there is nothing.
 * @param {string} program @param {string[]} words @param {number} limitMs
 * @returns {Promise<{output: string} | {fault: string}>}
 */
export function runChild(program, words, limitMs) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs, killSignal: 'SIGKILL' });
    let output = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
    child.on('error', (error) => resolve({ fault: error.message }));
    child.on('close', (code, signal) => {
      if (code === 0) resolve({ output });
      else if (signal === 'SIGKILL') resolve({ fault: `stopped after ${limitMs / 1000} s, or killed` });
      else
        resolve({
          fault: `failed: ${withoutPaths(complaint.match(/.*(Error|error).*/)?.[0] ?? complaint.trim().slice(-200))}`,
        });
    });
  });
}

/** A page of results says nothing of the folders of this machine. @param {string} text */
function withoutPaths(text) {
  return text.replace(/(?:\/[^\s/:'"]+){2,}/g, '…');
}
