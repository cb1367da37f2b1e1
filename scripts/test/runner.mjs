import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Runs a test runner on this terminal; resolves to its exit code and the report it left, undefined when it left none. */
export function runRunner(args, { report, ...options }) {
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  return new Promise(resolve => {
    const child = spawn(process.execPath, args, { ...options, stdio: 'inherit' });
    child.on('close', (code, signal) => resolve({ code: code ?? signal, report: read(report) }));
  });
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
