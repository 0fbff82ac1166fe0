import { spawn, type SpawnOptions } from 'node:child_process';
import { StopRequested } from './launch-refusal.ts';

export interface CommandResult {
  /** Exit code, or 128 when a signal ended the command. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command to its end and returns what it wrote. Rejects only when it cannot be started at all, or with
 * `StopRequested` when `signal` fires (the command then gets SIGTERM).
 */
export function runCommand(
  file: string,
  args: readonly string[],
  options: SpawnOptions = {},
  signal?: AbortSignal,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new StopRequested());
      return;
    }
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const written = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
    const stop = (): void => void child.kill('SIGTERM');
    signal?.addEventListener('abort', stop, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted === true) reject(new StopRequested());
      else resolve({ code: code ?? 128, ...written });
    });
  });
}
