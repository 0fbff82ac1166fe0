/** Says a key below `library.build.place`. */
type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

const numbered: Readonly<Record<string, string>> = {
  fields: 'question',
  rows: 'column',
  options: 'option',
  notes: 'note',
  avoid: 'avoidOne',
};

/**
 * A place of an exercise in words: 'fields.2.label.en' as "Question 3, question, English". Places are counted from 0,
 * as the rules count them.
 */
export function placeWords(path: string, say: Say): string {
  const parts = path.split('.');
  const said: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    const next = Number(parts[at + 1]);
    const one = numbered[part];
    if (one !== undefined && parts[at + 1] !== undefined && Number.isInteger(next)) {
      said.push(say(one, { number: next + 1 }));
      at += 1;
    } else if (part === 'ends' && Number.isInteger(next)) {
      said.push(say(next === 0 ? 'end0' : 'end1'));
      at += 1;
    } else if (part !== '' && !Number.isInteger(Number(part))) said.push(say(part));
  }
  return said.join(', ');
}
