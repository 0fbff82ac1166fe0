import type { Side, Track } from '../facts.js';

/** What somebody wrote around a disclosure. Each kind has its own readers. */
export type SaidKind =
  | 'section'
  | 'inventory'
  | 'version'
  | 'comment'
  | 'question'
  | 'why'
  | 'advice'
  | 'lettertext'
  | 'letterdraft'
  | 'lettercomment'
  | 'readiness'
  | 'step'
  | 'plan'
  | 'check'
  | 'exception'
  | 'leftout'
  | 'slip';
export type LetterKind = 'impact' | 'restitution';

/** Words of a disclosure in one place. */
export interface Said {
  readonly kind: 'said';
  readonly what: SaidKind;
  readonly clinicId: string;
  readonly coupleId: string;
  /** Whose side they belong to. */
  readonly side: Side;
  /** Whose record they stand in; null for what is joint. */
  readonly personId: string | null;
  /** Of a version, or a letter. */
  readonly revision: number;
  readonly letter: LetterKind | null;
  /** A question that went out with the list. */
  released: boolean;
}

interface LetterFacts {
  revision: number;
  released: boolean;
  isRead: boolean;
  sealed: boolean;
}

/** How far the disclosure of a couple is. */
export interface Ftd {
  state: string;
  /** The review was opened, and its days are not over. */
  reviewing: boolean;
  /** Newest version of the document. */
  version: number;
  passedOn: boolean;
  /** Who was asked to sign an exception, and has not answered. */
  coSigner: string | null;
  readonly letters: Record<LetterKind, LetterFacts>;
  /** Ids by which the routes name its parts. */
  readonly ids: Record<string, string>;
}

export function newFtd(): Ftd {
  const none = (): LetterFacts => ({ revision: 0, released: false, isRead: false, sealed: false });
  return {
    ...{ state: 'CONSIDERING', reviewing: false, version: 0, passedOn: false, coSigner: null },
    ids: {},
    letters: { impact: none(), restitution: none() },
  };
}

/** How the asker stands to the couple. */
export interface Standing {
  readonly id: string;
  readonly person: Track | null;
  readonly treats: (side: Side) => boolean;
  readonly emergency: boolean;
  /** Neither separated nor closed. */
  readonly together: boolean;
}

const review = ['PARTNER_THERAPIST_REVIEW', 'READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK'];
const session = ['IN_SESSION', 'SESSION_PAUSED'];

/**
 * Who may read what was said (clinical brief 1.2, 1.7, 1.10 and 6.3).
 *
 * | words                          | own person | own therapist    | other therapist                  | other person       | emergency |
 * | draft of a section or letter   | yes        | no               | no                               | no                 | no        |
 * | inventory, comments on it      | yes        | yes              | no                               | no                 | no        |
 * | newest version                 | yes        | yes              | in the review and in the session | at the reading     | no        |
 * | question                       | yes        | yes              | once released                    | once passed on     | no        |
 * | its reason and fear            | yes        | yes              | once released                    | no                 | no        |
 * | advice                         | yes        | yes              | no                               | no                 | no        |
 * | newest text of a letter        | yes        | until sealed     | released, or read aloud          | read aloud         | no        |
 * | comment on a letter            | yes        | until sealed     | no                               | no                 | no        |
 * | readiness, reasons of steps    | no         | yes              | no                               | no                 | yes       |
 * | reason of an exception         | no         | yes, and the colleague asked to sign it | no        | no                 | yes       |
 * | support plan, what was left out| yes        | yes              | no                               | no                 | no        |
 * | short check, slip              | yes        | yes              | no                               | no                 | yes       |
 */
export function mayHear(asker: Standing, said: Said, ftd: Ftd): boolean {
  const own = asker.person === said.side;
  const guide = asker.treats(said.side);
  const { what } = said;
  if (what === 'section' || what === 'letterdraft') return own;
  if (what === 'readiness' || what === 'step') return guide || asker.emergency;
  if (what === 'exception') return guide || asker.emergency || ftd.coSigner === asker.id;
  if (what === 'check' || what === 'slip') return own || guide || asker.emergency;
  if (what === 'lettertext' || what === 'lettercomment') return hearsLetter(asker, said, ftd);
  if (own || guide) return true;
  if (!asker.together) return false;
  if (what === 'version') return hearsDocument(asker, said, ftd);
  const released = said.released && asker.treats('RP');
  if (what === 'why') return released;
  return what === 'question' && (released || (said.released && ftd.passedOn && asker.person === 'RP'));
}

/** The partner reads the document in the session alone, with a place on one device; see the session's own specs. */
function hearsDocument(asker: Standing, said: Said, ftd: Ftd): boolean {
  if (said.revision !== ftd.version || !asker.treats('BP')) return false;
  return session.includes(ftd.state) || (review.includes(ftd.state) && ftd.reviewing);
}

function hearsLetter(asker: Standing, said: Said, ftd: Ftd): boolean {
  if (asker.person === said.side) return true;
  const { revision, released, isRead, sealed } = ftd.letters[said.letter ?? 'impact'];
  if (sealed) return false;
  if (asker.treats(said.side)) return true;
  if (said.what === 'lettercomment' || said.revision !== revision || !asker.together) return false;
  const other = said.side === 'RP' ? 'BP' : 'RP';
  return (asker.treats(other) && (released || isRead)) || (asker.person === other && isRead);
}
