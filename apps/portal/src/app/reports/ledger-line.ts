import type { ExportView } from '@trellis/contracts';

/** Times one file may be fetched. */
const MOST_DOWNLOADS = 3;

/** Fetches left of a file, 0 to 3; none unless it is finished and still kept at `now`. */
export function downloadsLeft(
  view: Pick<ExportView, 'state' | 'downloads' | 'expiresAt'>,
  now: Date,
): number {
  const kept = view.expiresAt === null || new Date(view.expiresAt) > now;
  return view.state === 'done' && kept ? Math.max(0, MOST_DOWNLOADS - view.downloads) : 0;
}

/** Beginning and end of a checksum, enough to compare by eye: "9f2c…41be". */
export function shortChecksum(sha256: string | null): string {
  return sha256 === null ? '' : `${sha256.slice(0, 4)}…${sha256.slice(-4)}`;
}

/** Name of the file on the administrator's device; it says nothing of clinic or people. */
export function fileName({ id, format }: Pick<ExportView, 'id' | 'format'>): string {
  return `export-${id}.${format}`;
}
