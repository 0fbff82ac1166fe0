import { mayHear, type Standing } from './disclosure/said.js';
import type { Couple, Facts, Person, Side, Staff, Subject, Viewer, Words } from './facts.js';

// Who may know what, written from the decisions about people, roles and care teams (1 to 4) and the privacy levels of
// the clinical rules. It shares no line and no fact with the code that decides in the product.

/** Whether the viewer may find this in any answer, now. */
export function mayKnow(viewer: Viewer, subject: Subject, facts: Facts): boolean {
  if (viewer.kind === 'nobody' || subject.kind === 'erased') return false;
  if (viewer.kind === 'staff' && !viewer.active) return false;
  if (viewer.kind === 'person' && viewer.erased === true) return false;
  if (subject.kind === 'clinic') return worksOrIsTreatedIn(viewer, subject.clinicId, facts);
  if (subject.kind === 'staff') return knowsColleague(viewer, subject, facts);
  if (viewer.clinicId !== subject.clinicId) return false;
  if (subject.kind === 'address') return viewer.kind === 'staff' && mayManage(viewer, subject.staffId);
  if (subject.kind === 'export') return isAdmin(viewer);
  if (subject.kind === 'note') return isTherapist(viewer) && viewer.id === subject.authorId;
  if (subject.kind === 'reason') return viewer.id === subject.staffId || isOwner(viewer);
  const couple = facts.coupleOf(subject.coupleId);
  if (subject.kind === 'couple' && isTherapist(viewer) && facts.noted.has(`${viewer.id} ${couple.id}`))
    return true;
  if (subject.kind === 'couple' && couple.ftd?.coSigner === viewer.id) return true;
  if (subject.kind === 'couple' || subject.kind === 'person')
    return knowsCouple(viewer, couple) || inEmergency(viewer, couple, facts);
  // The record of acts names exercises by id to administrators; nothing else of an exercise is theirs.
  if (subject.kind === 'task') return isAdmin(viewer) || mayFind(viewer, subject, facts);
  if (subject.kind === 'said')
    return couple.ftd !== undefined && mayHear(standingOf(viewer, couple, facts), subject, couple.ftd);
  return mayRead(viewer, subject, couple, facts);
}

function standingOf(viewer: Staff | Person, couple: Couple, facts: Facts): Standing {
  return {
    id: viewer.id,
    person: viewer.kind === 'person' && viewer.coupleId === couple.id ? viewer.side : null,
    treats: (side) => holds(viewer, couple, side),
    emergency: inEmergency(viewer, couple, facts),
    together: !couple.separated,
  };
}

/** Whether the viewer may open it by its id. */
export function mayFind(viewer: Viewer, subject: Subject, facts: Facts): boolean {
  if (subject.kind !== 'task') return mayKnow(viewer, subject, facts);
  if (viewer.kind === 'nobody' || viewer.clinicId !== subject.clinicId) return false;
  if (viewer.kind === 'person') return viewer.id === subject.personId;
  const couple = facts.coupleOf(subject.coupleId);
  return viewer.active && (holds(viewer, couple, subject.side) || inEmergency(viewer, couple, facts));
}

/**
 * | words         | author | therapist of the side | named in a live release | emergency | anybody else |
 * | draft         | yes    | no                    | no                      | no        | no           |
 * | P0            | yes    | no                    | no                      | no        | no           |
 * | P1, P2, P3    | yes    | yes                   | yes (never P1)          | yes       | no           |
 */
function mayRead(viewer: Staff | Person, words: Words, couple: Couple, facts: Facts): boolean {
  if (viewer.id === words.authorId) return true;
  if (words.draft || words.level === 'P0') return false;
  if (words.level !== 'P1' && !couple.separated && words.givenTo.has(viewer.id)) return true;
  return holds(viewer, couple, words.side) || inEmergency(viewer, couple, facts);
}

/** A therapist or supervisor who has opened the couple in an emergency that is not over. */
function inEmergency(viewer: Viewer, couple: Couple, facts: Facts): boolean {
  if (viewer.kind !== 'staff' || !['therapist', 'supervisor'].includes(viewer.role)) return false;
  return facts.emergencies.some((one) => one.staffId === viewer.id && one.coupleId === couple.id);
}

/** Names and ids of a couple: its own two people, its active therapists, and who administers the clinic. */
function knowsCouple(viewer: Staff | Person, couple: Couple): boolean {
  if (viewer.kind === 'person') return viewer.coupleId === couple.id;
  return isAdmin(viewer) || sidesOf(viewer, couple).length > 0;
}

/** A therapist with an active assignment on the side; on joint work any active assignment will do. */
function holds(viewer: Staff | Person, couple: Couple, side: Side): boolean {
  if (viewer.kind !== 'staff' || viewer.role !== 'therapist') return false;
  const sides = sidesOf(viewer, couple);
  return side === 'JOINT' ? sides.length > 0 : sides.includes(side);
}

/** Sides on which a therapist is assigned now. Other roles hold none, whatever stands in the table. */
export function sidesOf(staff: Staff, couple: Couple): Side[] {
  if (staff.role !== 'therapist') return [];
  return couple.team.filter((one) => one.active && one.staffId === staff.id).map(({ side }) => side);
}

export function isAdmin(viewer: Viewer): boolean {
  return viewer.kind === 'staff' && (viewer.role === 'clinic_admin' || viewer.role === 'owner');
}

function isOwner(viewer: Viewer): boolean {
  return viewer.kind === 'staff' && viewer.role === 'owner';
}

function isTherapist(viewer: Viewer): boolean {
  return viewer.kind === 'staff' && viewer.role === 'therapist';
}

function worksOrIsTreatedIn(viewer: Staff | Person, clinicId: string, facts: Facts): boolean {
  if (viewer.kind === 'person') return viewer.clinicId === clinicId;
  return facts.staffOf(clinicId).some((one) => one.account === viewer.account);
}

/** Staff know their colleagues by name; a person knows who was ever on the own team. */
function knowsColleague(
  viewer: Staff | Person,
  subject: Extract<Subject, { kind: 'staff' }>,
  facts: Facts,
): boolean {
  if (viewer.kind === 'staff')
    return (
      viewer.clinicId === subject.clinicId || facts.staff.get(subject.staffId)?.account === viewer.account
    );
  const { ftd } = facts.coupleOf(viewer.coupleId);
  // Whoever was asked to sign an exception of the recovering person's side has read its reason, and stands in the record.
  if (viewer.side === 'RP' && ftd?.coSigner === subject.staffId) return true;
  const opened = facts.openers.get(viewer.coupleId)?.has(subject.staffId) === true;
  return opened || facts.coupleOf(viewer.coupleId).team.some(({ staffId }) => staffId === subject.staffId);
}

function mayManage(viewer: Staff, staffId: string): boolean {
  return isAdmin(viewer) || viewer.id === staffId;
}
