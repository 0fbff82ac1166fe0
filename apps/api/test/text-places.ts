import { assignOne, type ArrangedCase } from './arrange-case.js';
import { newCouple } from './arrange.js';
import { notesOn, readNote, writeNote } from './arrange-notes.js';
import { handInGrowth } from './arrange-release.js';

/** Puts texts where people write them, and reads them back as those who may would. */
export interface TextPlace {
  readonly name: string;
  /** Letters of the longest text. */
  readonly most: number;
  /** How many texts one write holds. */
  readonly at: number;
  /** Whether a line may end inside. */
  readonly lines: boolean;
  /** What is kept of a text; the text itself where it is left out. */
  kept?(text: string): string;
  /** Answers what is read back, or null when the write was refused. */
  keep(texts: readonly string[]): Promise<readonly string[] | null>;
}

interface Named {
  readonly name: string;
  readonly pronouns: string;
}

/** Names of a couple and of its people, as the caseload's pages read them. */
function namesOf(ours: ArrangedCase): TextPlace {
  return {
    name: 'names of a couple',
    most: 40,
    at: 5,
    lines: true,
    // A name does not begin or end with a space.
    kept: (text) => text.trim(),
    keep: async ([a = 'a', b = 'b', c = 'c', d = 'd', e = 'e']) => {
      const people = {
        recoveringPerson: { name: b, pronouns: c, language: 'en' },
        partner: { name: d, pronouns: e, language: 'en' },
      } as const;
      const added = await ours.mina.call('post', 'couples', {
        body: newCouple(ours.minaId, { name: a, ...people }),
      });
      if (added.status !== 201) return null;
      const read = await ours.mina.call('get', `couples/${String(added.body.id)}`);
      const found = read.body as { name: string; people: (Named & { side: string })[] };
      const one = (side: string): Named => found.people.find((person) => person.side === side)!;
      return [found.name, one('RP').name, one('RP').pronouns, one('BP').name, one('BP').pronouns];
    },
  };
}

async function noteOf(ours: ArrangedCase): Promise<TextPlace> {
  const noteId = await writeNote(ours.mina, ours.coupleId, 'begun');
  let version = 1;
  return {
    name: 'a psychotherapy note',
    most: 10_000,
    at: 1,
    lines: true,
    keep: async ([text = '']) => {
      const path = `${notesOn(ours.coupleId)}/${noteId}`;
      const saved = await ours.mina.call('put', path, { body: { text }, version });
      if (saved.status !== 200) return null;
      version += 1;
      return [(await readNote(ours.mina, ours.coupleId, noteId)).text];
    },
  };
}

async function draftOf(ours: ArrangedCase): Promise<TextPlace> {
  const path = `homework/${await assignOne(ours.mina, ours.rowanId, 'R01', '2025-01-08')}`;
  let version = 1;
  return {
    name: 'a draft',
    most: 10_000,
    at: 1,
    lines: true,
    keep: async ([text = '']) => {
      const answers = { left_out: text };
      const saved = await ours.rowan.call('put', `${path}/draft`, { body: { answers }, version });
      if (saved.status !== 200) return null;
      version = Number(saved.body.version);
      const read = await ours.rowan.call('get', path);
      return [String((read.body as { answers: Record<string, unknown> }).answers['left_out'])];
    },
  };
}

/** An exercise that was handed in, as the therapist reads it. */
async function exerciseOf(ours: ArrangedCase): Promise<TextPlace> {
  const taskId = await handInGrowth(ours);
  let version = 2;
  return {
    name: 'an exercise',
    most: 200,
    at: 3,
    lines: false,
    keep: async ([goal = '', value = '', step = '']) => {
      const answers = { goal, value, step, progress: 3 };
      const saved = await ours.rowan.call('post', `homework/${taskId}/revision`, {
        body: { answers },
        version,
      });
      if (saved.status !== 200 && saved.status !== 201) return null;
      version += 1;
      const read = await ours.mina.call('get', `homework/${taskId}`);
      const told = (read.body as { answers: Record<string, unknown> }).answers;
      return [told['goal'], told['value'], told['step']].map(String);
    },
  };
}

export async function textPlaces(ours: ArrangedCase): Promise<readonly TextPlace[]> {
  return [namesOf(ours), await noteOf(ours), await draftOf(ours), await exerciseOf(ours)];
}
