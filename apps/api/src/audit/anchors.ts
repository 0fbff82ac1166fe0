import type { KeyObject } from 'node:crypto';
import { isGenuine } from './checkpoint.js';
import type { CheckpointLine } from './checkpoint-file.js';
import type { ChainBreak } from './verification.js';

/** A place in a chain and the hash, in hex, that its link had. */
export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

export interface Anchors {
  /** By clinic; only what genuine lines say. */
  readonly anchors: ReadonlyMap<string, readonly Anchor[]>;
  /** The first line that is not what it should be. */
  readonly fileBreak: ChainBreak | null;
}

/** Takes the genuine checkpoints of a file and finds its first fault. */
export function anchorsOf(lines: readonly CheckpointLine[], keys: readonly KeyObject[]): Anchors {
  const anchors = new Map<string, Anchor[]>();
  let fileBreak: ChainBreak | null = null;
  let previous = '';
  for (const { line, checkpoint, digest } of lines) {
    const genuine = checkpoint !== null && isGenuine(keys, checkpoint);
    const follows = checkpoint?.previous === previous;
    previous = digest;
    if (!genuine) fileBreak ??= { kind: 'forged_checkpoint', clinicId: null, at: line };
    else if (!follows) fileBreak ??= { kind: 'missing_checkpoint', clinicId: null, at: line };
    if (!genuine) continue;
    const { clinic, seq, hash } = checkpoint;
    anchors.set(clinic, [...(anchors.get(clinic) ?? []), { seq, hash }]);
  }
  return { anchors, fileBreak };
}
