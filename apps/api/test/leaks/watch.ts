import type { Said } from './disclosure/said.js';
import type { Facts, Staff, Viewer, Words } from './facts.js';
import { isAdmin, mayKnow } from './oracle.js';
import type { Answer, Call } from './wire.js';

const markPattern = /cnry-c\d+-[a-z0-9]+-[a-z0-9]+-\d+x/gi;
const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Cursors and other values that hold text in base64. */
const encoded = /[A-Za-z0-9_-]{32,}={0,2}/g;

/** Words that a member of staff was shown, to be joined with the audit record afterwards. */
export interface Reading {
  readonly correlationId: string;
  readonly staff: Staff;
  readonly words: Words | Said;
}

/** Looks through every answer for what its reader may not know. */
export class Watch {
  readonly leaks: string[] = [];
  readonly readings: Reading[] = [];
  /** Marks of words that were met by somebody who may read them: without them the harness would prove nothing. */
  readonly met = new Map<string, number>();
  answers = 0;
  constructor(private readonly facts: Facts) {}

  /** Notes every mark and id of the answer that the viewer may not know. */
  look(viewer: Viewer, call: Call, answer: Answer): void {
    this.answers += 1;
    this.remember(viewer, call);
    const text = `${answer.text}\n${JSON.stringify(answer.headers)}`;
    for (const part of [text, ...decodedIn(text)]) {
      for (const mark of new Set(part.match(markPattern))) this.judge(viewer, call, answer, mark);
      for (const id of new Set(part.match(idPattern))) this.judgeId(viewer, call, answer, id);
    }
    if (answer.status >= 500) this.note(viewer, call, answer, 'a fault of the server');
  }

  /** Something else that ought not to be. */
  note(viewer: Viewer, call: Call, answer: Answer, what: string): void {
    this.leaks.push(`${nameOf(viewer)} ${call.method} ${call.path} → ${String(answer.status)}: ${what}`);
  }

  private judge(viewer: Viewer, call: Call, answer: Answer, found: string): void {
    const mark = found.toLowerCase();
    const subject = this.facts.marks.get(mark);
    // What a request brought along is known to whoever sent it.
    if (subject === undefined || JSON.stringify(call).includes(mark)) return;
    if (!mayKnow(viewer, subject, this.facts)) {
      this.note(viewer, call, answer, mark);
      return;
    }
    if (subject.kind !== 'words' && subject.kind !== 'said') return;
    const who = viewer.kind === 'staff' ? 'therapist' : viewer.kind;
    const kind = `${who} ${placeOf(subject)} ${subject.side}`;
    this.met.set(kind, (this.met.get(kind) ?? 0) + 1);
    if (viewer.kind === 'staff')
      this.readings.push({ correlationId: answer.correlationId, staff: viewer, words: subject });
  }

  private judgeId(viewer: Viewer, call: Call, answer: Answer, id: string): void {
    const subject = this.facts.ids.get(id);
    if (subject === undefined || id === answer.correlationId) return;
    if (mayKnow(viewer, subject, this.facts) || this.isOnRecord(viewer, call, id)) return;
    this.note(viewer, call, answer, `id of ${subject.kind} ${id}`);
  }

  private remember(viewer: Viewer, call: Call): void {
    if (viewer.kind === 'nobody') return;
    const ids = this.facts.asked.get(viewer.clinicId) ?? new Set();
    this.facts.asked.set(viewer.clinicId, ids);
    for (const id of JSON.stringify(call).match(idPattern) ?? []) ids.add(id);
  }

  /** What somebody of the clinic asked for in vain stands in its record of acts as they wrote it. */
  private isOnRecord(viewer: Viewer, call: Call, id: string): boolean {
    if (viewer.kind === 'nobody' || !call.path.startsWith('/api/clinic/audit')) return false;
    return isAdmin(viewer) && this.facts.asked.get(viewer.clinicId)?.has(id) === true;
  }
}

function placeOf(words: Words | Said): string {
  if (words.kind === 'said') return words.what;
  return words.draft ? 'draft' : words.level;
}

function decodedIn(text: string): string[] {
  return (text.match(encoded) ?? []).map((token) => Buffer.from(token, 'base64url').toString('latin1'));
}

function nameOf(viewer: Viewer): string {
  if (viewer.kind === 'nobody') return 'nobody';
  return viewer.kind === 'staff' ? `${viewer.role} ${viewer.id}` : `${viewer.side} person ${viewer.id}`;
}
