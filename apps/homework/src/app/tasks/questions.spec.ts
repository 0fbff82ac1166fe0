import { templateOf } from '@trellis/domain';
import { onlyForAuthor, openPages, questionsOf, raisesConcern, without } from './questions';

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

  it('knows the box that only the author reads', () => {
    const closed = questionsOf(r01)
      .filter(onlyForAuthor)
      .map(([{ key }]) => key);
    expect(closed).toEqual(['left_out']);
  });

  it('takes all answers of a page out, its own word included', () => {
    const [first] = questionsOf(b01);
    expect(without(first!, { feelings: ['sad'], feelings_own_word: 'torn', distress: 3 })).toEqual({
      distress: 3,
    });
  });
});
