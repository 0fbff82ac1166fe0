import type { Ftd, Said } from './disclosure/said.js';

/**
 * What is true in the harness's own world, kept beside the product and never read back from it. Acts change it when
 * the product says that they succeeded; the oracle answers from it alone.
 */
export type StaffRole = 'therapist' | 'supervisor' | 'clinic_admin' | 'owner';
export type Side = 'RP' | 'BP' | 'JOINT';
export type Track = Exclude<Side, 'JOINT'>;

export interface Staff {
  readonly kind: 'staff';
  readonly id: string;
  readonly clinicId: string;
  /** One account may work in several clinics. */
  readonly account: string;
  role: StaffRole;
  active: boolean;
}

export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly clinicId: string;
  readonly coupleId: string;
  readonly side: Track;
  measured: boolean;
  /** An erasure asked for and not carried out, by its id. */
  erasureId?: string | null;
  erased?: boolean;
}

export interface Assignment {
  readonly staffId: string;
  readonly side: Side;
  active: boolean;
  readonly lead?: boolean;
}

export interface Couple {
  readonly id: string;
  readonly clinicId: string;
  readonly people: Readonly<Record<Track, Person>>;
  readonly team: Assignment[];
  readonly tasks: Task[];
  /** The names under which somebody may look for them in an emergency. */
  readonly names: { readonly couple: string; readonly person: string };
  /** Separated or closed: what was given between the two is held. */
  separated: boolean;
  disclosed: boolean;
  /** A disclosure whose words are told. */
  ftd?: Ftd;
}

/** Who asks. Nobody is a browser without a session. */
export type Viewer = Staff | Person | { readonly kind: 'nobody' };

/** What a mark or an id stands for. */
export type Subject =
  | { readonly kind: 'clinic'; readonly clinicId: string }
  | { readonly kind: 'staff'; readonly clinicId: string; readonly staffId: string }
  | { readonly kind: 'address'; readonly clinicId: string; readonly staffId: string }
  | { readonly kind: 'couple'; readonly clinicId: string; readonly coupleId: string }
  | {
      readonly kind: 'person';
      readonly clinicId: string;
      readonly coupleId: string;
      readonly personId: string;
    }
  | { readonly kind: 'export'; readonly clinicId: string }
  /** A name or words of somebody who has been erased since. */
  | { readonly kind: 'erased'; readonly clinicId: string }
  | { readonly kind: 'note'; readonly clinicId: string; readonly coupleId: string; readonly authorId: string }
  | { readonly kind: 'reason'; readonly clinicId: string; readonly staffId: string }
  | Said
  | Task
  | Words;

export interface Task {
  readonly kind: 'task';
  readonly id: string;
  readonly clinicId: string;
  readonly coupleId: string;
  readonly personId: string;
  readonly side: Side;
  readonly code: string;
  state: 'open' | 'submitted' | 'reviewed';
  version: number;
}

/** A person's words in one place at one privacy level. */
export interface Words {
  readonly kind: 'words';
  readonly clinicId: string;
  readonly coupleId: string;
  readonly authorId: string;
  readonly side: Side;
  readonly level: 'P0' | 'P1' | 'P2' | 'P3';
  readonly draft: boolean;
  readonly taskId: string;
  /** Who holds a live release of exactly these words: ids of people or staff. */
  readonly givenTo: Set<string>;
}

/** The whole world. */
export class Facts {
  readonly clinics: string[] = [];
  readonly staff = new Map<string, Staff>();
  readonly couples = new Map<string, Couple>();
  readonly people = new Map<string, Person>();
  readonly tasks = new Map<string, Task>();
  readonly exports = new Map<string, string>();
  /** Live emergency readings. */
  readonly emergencies: { readonly staffId: string; readonly coupleId: string; readonly id?: string }[] = [];
  /** Who ever opened a couple's record in an emergency: its people are told their names. */
  readonly openers = new Map<string, Set<string>>();
  /** Who may read an answer by a live release: ids of people and staff, by the id of the answer's row. */
  readonly given = new Map<string, readonly string[]>();
  /** Couples on whom a therapist keeps notes, as `therapist couple`: their author reads them after the care has ended. */
  readonly noted = new Set<string>();
  /** Ids that people of a clinic put into their questions: the record of that clinic names them to its admins. */
  readonly asked = new Map<string, Set<string>>();
  /** Whose the key of a psychotherapy note is, by the id that owns the key. */
  readonly noteKeys = new Map<string, string>();
  /** What each mark stands for. */
  readonly marks = new Map<string, Subject>();
  /** What each id of the database stands for. */
  readonly ids = new Map<string, Subject>();
  private count = 0;

  /** A new mark for a text field, `cnry-<clinic>-<owner>-<class>-<n>`. */
  mark(subject: Subject, owner: string, kind: string): string {
    this.count += 1;
    const clinic = this.clinics.indexOf(subject.clinicId);
    const mark = `cnry-c${String(clinic)}-${owner}-${kind}-${String(this.count)}x`;
    this.marks.set(mark, subject);
    return mark;
  }

  /** From now on nobody knows the name or a word of this person, nor of a couple that both have left. */
  erase(person: Person): void {
    person.erased = true;
    const gone: Subject = { kind: 'erased', clinicId: person.clinicId };
    const bothGone = Object.values(this.coupleOf(person.coupleId).people).every(({ erased }) => erased);
    for (const [mark, subject] of this.marks) {
      const isOwn =
        (subject.kind === 'words' && subject.authorId === person.id) ||
        (subject.kind === 'said' && subject.personId === person.id) ||
        (subject.kind === 'person' && subject.personId === person.id) ||
        (subject.kind === 'couple' && subject.coupleId === person.coupleId && bothGone);
      if (isOwn) this.marks.set(mark, gone);
    }
  }

  addStaff(staff: Staff): void {
    this.staff.set(staff.id, staff);
    this.ids.set(staff.id, { kind: 'staff', clinicId: staff.clinicId, staffId: staff.id });
  }

  addCouple(couple: Couple): void {
    const { clinicId, id: coupleId } = couple;
    this.couples.set(coupleId, couple);
    this.ids.set(coupleId, { kind: 'couple', clinicId, coupleId });
    for (const person of Object.values(couple.people)) {
      this.people.set(person.id, person);
      this.ids.set(person.id, { kind: 'person', clinicId, coupleId, personId: person.id });
    }
  }

  addTask(task: Task): void {
    this.tasks.set(task.id, task);
    this.coupleOf(task.coupleId).tasks.push(task);
    this.ids.set(task.id, task);
  }

  addExport(id: string, clinicId: string): void {
    this.exports.set(id, clinicId);
    this.ids.set(id, { kind: 'export', clinicId });
  }

  coupleOf(id: string): Couple {
    const found = this.couples.get(id);
    if (found === undefined) throw new Error('the world has no such couple');
    return found;
  }

  staffOf(clinicId: string): Staff[] {
    return [...this.staff.values()].filter((one) => one.clinicId === clinicId);
  }

  couplesOf(clinicId: string): Couple[] {
    return [...this.couples.values()].filter((one) => one.clinicId === clinicId);
  }
}
