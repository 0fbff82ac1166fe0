import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { LaunchRefusal, systemCode, wordsOf } from './launch-refusal.ts';

const MEGABYTE = 1024 * 1024;
/** A new cluster takes 40 MB, its journal up to 100 MB more, and the built apps about 30 MB. */
export const NEEDED_MEGABYTES = 300;

/** Throws `LaunchRefusal` unless a server may listen on `port`. `use` says what for, `setting` how to change it. */
export async function checkPortIsFree(port: number, use: string, setting: string): Promise<void> {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    const code = await tryToListen(port, host);
    if (code === 'EADDRINUSE') {
      throw new LaunchRefusal(
        `Port ${String(port)} (${use}) is taken by another program: end it, or ${setting}.`,
      );
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new LaunchRefusal(
        `This user has no right to listen on port ${String(port)} (${use}): ${setting}, to 1024 or above.`,
      );
    }
  }
}

// Returns the system's code when listening is refused. A machine without IPv6 answers with a code of its own.
function tryToListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => {
      resolve(systemCode(error) ?? 'unknown');
    });
    server.listen({ port, host, ipv6Only: host === '::', exclusive: true }, () => {
      server.close(() => {
        resolve(undefined);
      });
    });
  });
}

/** Makes `folder` when it is missing and throws `LaunchRefusal` when nothing can be written in it. */
export function checkFolderIsWritable(folder: string, setting: string): void {
  const probe = path.join(folder, `.write-probe-${String(process.pid)}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw new LaunchRefusal(folderSentence(folder, setting, error));
  }
}

function folderSentence(folder: string, setting: string, error: unknown): string {
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds ${folder} is full: free at least ${String(NEEDED_MEGABYTES)} MB and start again.`;
    case 'EACCES':
    case 'EPERM':
      return `This user may not write in ${folder}: give it the right, or set ${setting} to another folder.`;
    case 'EROFS':
      return `${folder} is on a read-only disk: set ${setting} to a folder that can be written.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${folder} is a file where a folder is needed: move it, or set ${setting} to another folder.`;
    default:
      return `The folder ${folder} cannot be used (${wordsOf(error)}): set ${setting} to another folder.`;
  }
}

/** Throws `LaunchRefusal` when the disk under `folder` has less than `needed` megabytes left for this user. */
export function checkFreeSpace(folder: string, needed: number = NEEDED_MEGABYTES): void {
  const disk = statfsSync(folder);
  const free = Math.floor((disk.bavail * disk.bsize) / MEGABYTE);
  if (free >= needed) return;
  throw new LaunchRefusal(
    `The disk that holds ${folder} has ${String(free)} MB free, but the start needs ${String(needed)} MB.`,
  );
}
