/**
 * A start that cannot go on, for a reason the person at the terminal can act on. The message is one whole
 * sentence in plain words; the start prints it and nothing else.
 */
export class LaunchRefusal extends Error {
  readonly exitCode: number;

  /** `exitCode` is what the start exits with, 1 to 125; 1 unless a step passes its own on. */
  constructor(sentence: string, exitCode = 1) {
    super(sentence);
    this.name = 'LaunchRefusal';
    this.exitCode = exitCode;
  }
}

/** Thrown by a step that was cut short because the person asked the start to stop. Not a failure. */
export class StopRequested extends Error {
  constructor() {
    super('stop requested');
    this.name = 'StopRequested';
  }
}

/** The system's code (`EACCES`, `ENOSPC`, …) of a thrown value, or undefined when it carries none. */
export function systemCode(error: unknown): string | undefined {
  // By shape, not by class: an error may come from another realm than this file.
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The words of a thrown value, whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
