import {
  aroundValues,
  mayWriteLetter,
  retentionDay,
  type DisclosureState,
  type LetterKind,
  type LocalDate,
  type Track,
} from '@trellis/domain';

/** A letter as the database shows it to the asker; never its words. */
export interface LetterRow {
  readonly id: string;
  readonly person_id: string;
  readonly side: Track;
  readonly kind: LetterKind;
  readonly revision: number;
  readonly released_revision: number | null;
  readonly changed_at: Date;
  readonly sealed_at: Date | null;
  readonly destroyed_at: Date | null;
  readonly delivered_at: Date | null;
  readonly agreed_rp: Date | null;
  readonly agreed_bp: Date | null;
  readonly version: number;
}

export interface LetterTextRow {
  readonly id: string;
  readonly revision: number;
  readonly characters: number;
  readonly sealed: Buffer;
  readonly written_at: Date;
}

export interface LetterCommentRow {
  readonly id: string;
  readonly revision: number;
  readonly sealed: Buffer;
  readonly by_name: string;
  readonly written_at: Date;
}

export interface ReadingRow {
  readonly id: string;
  readonly kind: LetterKind;
  readonly process_id: string;
  readonly started_at: Date;
  readonly until: Date;
  readonly version: number;
}

export type Sections = Readonly<Record<string, string>>;

/** Lists are bounded: a couple has a handful of letters, a letter some dozens of texts and comments. */
export const mostLetters = 50;
export const mostTexts = 200;
export const mostComments = 500;

export const letterColumns = `l.id, l.person_id, l.side, l.kind, l.revision, l.released_revision, l.changed_at, l.sealed_at,
  l.destroyed_at, l.version,
  (SELECT max(r.delivered_at) FROM letter_reading r WHERE r.clinic_id = l.clinic_id AND r.couple_id = l.couple_id
    AND r.kind = l.kind AND r.delivered_at >= l.begun_at) AS delivered_at,
  (SELECT a.agreed_at FROM letter_agreement a WHERE a.clinic_id = l.clinic_id AND a.letter_id = l.id AND a.side = 'RP')
    AS agreed_rp,
  (SELECT a.agreed_at FROM letter_agreement a WHERE a.clinic_id = l.clinic_id AND a.letter_id = l.id AND a.side = 'BP')
    AS agreed_bp`;

/** Whether the newest text is open to the other therapist: a newer text ends what was released of the one before. */
export function isReleased({ revision, released_revision: released, sealed_at: sealed }: LetterRow): boolean {
  return revision > 0 && released === revision && sealed === null;
}

/** Local day from which on both are asked whether a letter may go; null before it was read. */
export function retentionOf({ delivered_at: delivered }: LetterRow, zone: string): LocalDate | null {
  return delivered === null ? null : retentionDay(delivered, zone, aroundValues().documentRetentionDays);
}

/** Whose letter it is. */
export function sideOf(kind: LetterKind): 'RP' | 'BP' {
  return kind === 'impact' ? 'BP' : 'RP';
}

export function isOpen(state: DisclosureState | null, row: LetterRow): boolean {
  const { sealed_at: sealedAt, destroyed_at: destroyedAt, delivered_at: deliveredAt } = row;
  return mayWriteLetter(state, { sealedAt, destroyedAt, deliveredAt });
}

/** A reading by the server's clock: one that nobody ended is over when its time is. */
export function runs(reading: ReadingRow | null, now: Date): ReadingRow | null {
  return reading !== null && now >= reading.started_at && now < reading.until ? reading : null;
}
