import { templateOf } from '@trellis/domain';
import {
  offersSlip,
  onlyForAuthor,
  openPages,
  pageFrom,
  promptOf,
  questionsOf,
  raisesConcern,
  without,
} from './questions';

const b01 = templateOf('B01')!;
const r01 = templateOf('R01')!;

describe('pages of a task', () => {
  it('puts the word of one’s own on the page of the feelings, and each other question on its own', () => {
    const pages = questionsOf(b01).map((page) => page.map(({ key }) => key));
    expect(pages[0]).toEqual(['feelings', 'feelings_own_word']);
    expect(pages.slice(1).every(({ length }) => length === 1)).toBe(true);
    expect(pages.flat().sort()).toEqual(b01.fields.map(({ key }) => key).sort());
  });

  it('names what is still open only where an answer is needed', () => {
    const questions = questionsOf(b01);
    expect(openPages(questions, {})).toEqual([0, 1, 2]);
    expect(openPages(questions, { feelings_own_word: 'torn', distress: 0, steadiness: 4 })).toEqual([]);
    expect(openPages(questions, { feelings: [], distress: 0, steadiness: 4 })).toEqual([0]);
  });

  it('sees an answer that asks for help, and no other', () => {
    const safe = questionsOf(b01).find(([{ key }]) => key === 'safe_with_partner')!;
    expect(raisesConcern(safe, { safe_with_partner: 'no' })).toBe(true);
    expect(raisesConcern(safe, { safe_with_partner: 'unsure' })).toBe(true);
    expect(raisesConcern(safe, { safe_with_partner: 'yes' })).toBe(false);
    expect(raisesConcern(safe, {})).toBe(false);
  });

  it('asks for neither a question that is not asked nor a list that may stay empty, and sees a scale that alarms', () => {
    const [first] = b01.fields;
    const bare = { ...first!, options: [], required: true };
    const asked = { ...bare, key: 'more', kind: 'text' as const, askedWhen: { key: 'steps', is: [true] } };
    const rows = { ...bare, key: 'rows', kind: 'list' as const, leastRows: 0, rows: [] };
    const steps = { ...bare, key: 'steps', kind: 'bool' as const };
    const pages = questionsOf({ ...b01, fields: [steps, asked, rows] });
    expect(openPages(pages, { steps: false })).toEqual([]);
    expect(openPages(pages, { steps: true })).toEqual([1]);
    const pressure = { ...bare, key: 'pressure', kind: 's04' as const, alarm: { atLeast: 3 } };
    expect([2, 3].map((value) => raisesConcern([pressure], { pressure: value }))).toEqual([false, true]);
  });

  it('knows the box that only the author reads', () => {
    const closed = questionsOf(r01)
      .filter((page) => onlyForAuthor(page, r01))
      .map(([{ key }]) => key);
    expect(closed).toEqual(['left_out']);
    expect(questionsOf(r01).every((page) => onlyForAuthor(page, { privacy: 'P0' }))).toBe(true);
  });

  it('takes all answers of a page out, its own word included', () => {
    const [first] = questionsOf(b01);
    expect(without(first!, { feelings: ['sad'], feelings_own_word: 'torn', distress: 3 })).toEqual({
      distress: 3,
    });
  });

  it('goes past pages that are not asked, in both directions, and out at the end', () => {
    const [first] = b01.fields;
    const plain = { ...first!, options: [], required: false };
    const gate = { ...plain, key: 'gate', kind: 'bool' as const };
    const behind = { ...plain, key: 'behind', askedWhen: { key: 'gate', is: [true] } };
    const last = { ...plain, key: 'last' };
    const pages = questionsOf({ fields: [gate, behind, last] });
    expect([pageFrom(pages, { gate: false }, 1, 1), pageFrom(pages, { gate: true }, 1, 1)]).toEqual([2, 1]);
    expect(pageFrom(pages, {}, 1, -1)).toBe(0);
    const open = questionsOf({ fields: [gate, behind] });
    expect(pageFrom(open, { gate: false }, 1, 1)).toBe(2);
  });

  it('asks another of the questions that take turns each day, and none where there are none', () => {
    const r02 = templateOf('R02')!;
    const days = [6, 7, 8].map((day) => promptOf(r02, `2025-01-0${String(day)}T23:00:00Z`));
    expect(new Set(days).size).toBe(3);
    expect(days.every((prompt) => r02.prompts!.includes(prompt!))).toBe(true);
    expect(promptOf(b01, '2025-01-06T23:00:00Z')).toBeNull();
  });
});

describe('the way on to the page for slips', () => {
  const r09 = templateOf('R09')!;

  it('opens after the exercise for a slip, and after an answer that offers it', () => {
    expect(offersSlip(r09, { stop_check: 'no' })).toBe(true);
    expect(offersSlip(r01, { boundaries: 'yes' })).toBe(true);
  });

  it('stays away elsewhere, and where the person stopped to call', () => {
    expect(offersSlip(r09, { stop_check: 'could_be' })).toBe(false);
    expect(offersSlip(r01, { boundaries: 'close' })).toBe(false);
    expect(offersSlip(b01, {})).toBe(false);
  });
});
