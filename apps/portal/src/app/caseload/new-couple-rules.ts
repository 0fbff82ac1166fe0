import { type SchemaPathTree, maxLength, required, validate } from '@angular/forms/signals';
import { type NewCouple, type NewPerson, sides } from './new-couple';

/** Rules of the form. Messages are translation keys; `me` is the id of who fills it in. */
export function newCoupleRules(me: () => string) {
  return (path: SchemaPathTree<NewCouple>): void => {
    filled(path.name, 'caseload.new.errors.name');
    maxLength(path.name, 80, { message: 'caseload.new.errors.tooLong' });
    person(path.recoveringPerson);
    person(path.partner);
    required(path.timeZone, { message: 'caseload.new.errors.timeZone' });
    required(path.secretsPolicy, { message: 'caseload.new.errors.secretsPolicy' });
    for (const side of sides) required(path.team[side], { message: 'caseload.new.errors.therapist' });
    // The server refuses a couple whose team leaves out who adds it; say so before.
    validate(path.team, ({ value }) => {
      const chosen = sides.map((side) => value()[side]);
      if (chosen.includes('') || chosen.includes(me())) return null;
      return { kind: 'notOnTeam', message: 'caseload.new.errors.notOnTeam' };
    });
  };
}

function person(path: SchemaPathTree<NewPerson>): void {
  filled(path.name, 'caseload.new.errors.personName');
  maxLength(path.name, 60, { message: 'caseload.new.errors.tooLong' });
  maxLength(path.pronouns, 40, { message: 'caseload.new.errors.tooLong' });
}

function filled(path: SchemaPathTree<string>, message: string): void {
  validate(path, ({ value }) => (value().trim() === '' ? { kind: 'missing', message } : null));
}
