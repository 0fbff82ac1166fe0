import {
  both,
  either,
  self,
  sideOf,
  system,
  team,
  therapist,
  type Row,
  type Rule,
  type Rules,
} from './row-rules.js';

// Questions of the partner and the letters of both, as the decisions say.

type Track = 'RP' | 'BP';
const client: Rule = ({ role }) => role === 'client';
const author = both(client, self('person_id'));
const treats =
  (side: Track): Rule =>
  (asker, row, facts) =>
    both(therapist, sideOf('side', false))(asker, { ...row, side }, facts);
const is =
  (side: Track): Rule =>
  ({ who }, row) =>
    who?.kind === 'person' && who.side === side && who.coupleId === row['couple_id'];
const asPartner = both(author, is('BP'));
const has =
  (column: string, value: unknown = true): Rule =>
  (_, row) =>
    row[column] === value;
const goesOver = both(has('listed'), has('stopped', false));
const passedOn = both(is('RP'), has('passed'), has('stopped', false));

/** Not put away as another disclosure opened. */
const current = has('put_away_at', null);

const treatsSide = both(therapist, sideOf('side', false));
const onSide: Rule = ({ who }, row) =>
  who?.kind === 'person' && who.side === row['side'] && who.coupleId === row['couple_id'];
const asAuthor = both(author, onSide);
/** The rule over the letter that a row belongs to. */
const ofLetter =
  (rule: Rule): Rule =>
  (asker, row, facts) =>
    rule(asker, letterOf(row), facts);
const otherSide = (row: Row): Track => (row['side'] === 'RP' ? 'BP' : 'RP');
const otherTherapist: Rule = (asker, row, facts) => treats(otherSide(row))(asker, row, facts);
const listener: Rule = (asker, row, facts) => is(otherSide(row))(asker, row, facts);
const kept = both(has('destroyed_at', null), has('sealed_at', null));
const opened = both(
  kept,
  has('stopped', false),
  (_, row) => Number(row['revision']) > 0,
  either(
    both(otherTherapist, (_, row) => row['released_revision'] === row['revision']),
    both(either(otherTherapist, listener), has('reading')),
  ),
);
const couplesPerson: Rule = ({ who }, row) => who?.kind === 'person' && who.coupleId === row['couple_id'];
const readAloud = both(has('delivered'), (_, row) => Number(row['revision']) > 0);
const newest: Rule = (_, row) => row['revision'] === letterOf(row)['revision'];
const setBySelf = (column: string): Rules[keyof Rules] => both(treatsSide, self(column));
const markRule = setBySelf('set_by');
const reads = both(therapist, team());

function letterOf(row: Row): Row {
  return (row['letter'] ?? {}) as Row;
}

export const letterRules: Readonly<Record<string, Rules>> = {
  question_list: {
    see: either(author, reads, both(passedOn, current)),
    add: asPartner,
    change: both(treats('RP'), either(has('passed_on_by', null), self('passed_on_by'))),
  },
  disclosure_question: {
    see: either(
      author,
      treats('BP'),
      both(has('status', 'released'), current, either(both(treats('RP'), goesOver), passedOn)),
    ),
    add: asPartner,
    change: both(current, either(asPartner, treats('BP'))),
  },
  question_advice: {
    see: either(author, treats('BP')),
    add: both(treats('BP'), self('advised_by')),
    change: both(treats('BP'), self('advised_by')),
  },
  question_answer: {
    see: either(treats('RP'), passedOn),
    add: both(treats('RP'), self('set_by')),
    change: both(treats('RP'), self('set_by')),
  },
  information_wish: {
    see: either(author, treats('BP'), both(treats('RP'), goesOver)),
    add: asPartner,
    change: asPartner,
  },
  letter: {
    see: either(author, treatsSide, opened, both(readAloud, either(reads, couplesPerson))),
    add: asAuthor,
    change: asAuthor,
  },
  letter_text: {
    see: either(
      author,
      both((_, row) => Number(row['revision']) > 0, treatsSide, ofLetter(kept)),
      both(newest, ofLetter(opened)),
    ),
    add: both(asAuthor, ofLetter(has('destroyed_at', null))),
    change: both(asAuthor, has('revision', 0)),
  },
  letter_comment: {
    see: either(author, both(treatsSide, ofLetter(kept))),
    add: both(treatsSide, self('written_by'), ofLetter(kept)),
  },
  letter_mark: { see: treatsSide, ...(markRule === undefined ? {} : { add: markRule, change: markRule }) },
  letter_reading: {
    see: either(reads, couplesPerson, system),
    add: either(reads, system),
    change: either(reads, system),
  },
  letter_agreement: {
    see: either(reads, couplesPerson),
    add: both(asAuthor, ofLetter(readAloud)),
    remove: both(author, ofLetter(has('destroyed_at', null))),
  },
};

/** Keys of letters: for the author, their therapist until it is sealed, and whom it is open to. */
export const ownLetterKey: Rule = (asker, row, facts) =>
  row['kind'] !== 'letter' ||
  ofLetter(both(has('destroyed_at', null), either(author, both(treatsSide, kept), opened)))(
    asker,
    row,
    facts,
  );

const letterFacts = `jsonb_build_object('stopped', (SELECT c.status = 'separated' FROM couple c WHERE c.id = l.couple_id),
  'reading', EXISTS (SELECT FROM letter_reading r WHERE r.couple_id = l.couple_id AND r.kind = l.kind AND r.ended_at IS NULL),
  'delivered', EXISTS (SELECT FROM letter_reading r WHERE r.couple_id = l.couple_id AND r.kind = l.kind
    AND r.delivered_at >= l.begun_at))`;
const ofItsLetter = (key: string): string =>
  `|| jsonb_build_object('letter', (SELECT to_jsonb(l) || ${letterFacts} FROM letter l WHERE l.id = t.${key}))`;
const list = `|| (SELECT jsonb_build_object('stopped', c.status = 'separated', 'listed', l.couple_id IS NOT NULL,
  'passed', l.passed_on_at IS NOT NULL) FROM couple c LEFT JOIN question_list l ON l.couple_id = c.id AND l.put_away_at IS NULL
  WHERE c.id = t.couple_id)`;

/** Facts about these rows that stand in other tables. */
export const letterFactsOf: Readonly<Record<string, string>> = {
  ...{ question_list: list, disclosure_question: list, question_answer: list, information_wish: list },
  letter: `|| (SELECT ${letterFacts} FROM letter l WHERE l.id = t.id)`,
  letter_text: ofItsLetter('letter_id'),
  letter_comment: ofItsLetter('letter_id'),
  letter_agreement: ofItsLetter('letter_id'),
  data_key: ofItsLetter('owner_id'),
};
