import type { Couple, Person } from '../facts.js';
import type { Act, Walk } from '../walk.js';
import { ownPages, pagesFor } from './pages.js';

const office = '/api/clinic/erasures';
/** People of one clinic who go at most: the others still have something to hide. */
const most = 5;

/** A person asks to be erased, or the office for them, or somebody who may not; now and then it is taken back. */
export const askForErasure: Act = {
  name: 'ask for an erasure',
  weight: 2,
  async run(walk) {
    const clinic = walk.clinic();
    const person = walk.person(walk.couple(clinic));
    const gone = peopleOf(walk, clinic.clinicId).filter(({ erased }) => erased === true);
    if (person.erased === true || gone.length >= most) return;
    if (typeof person.erasureId === 'string' && walk.chance(20)) {
      const answer = await walk.ask(person, { door: 'home', method: 'delete', path: '/api/home/erasure' });
      if (answer.status < 300) person.erasureId = null;
      return;
    }
    const body = { personId: person.id };
    if (walk.chance(30)) {
      await walk.ask(person, { door: 'home', method: 'post', path: '/api/home/erasure' });
      await findIn(walk, person);
      return;
    }
    const asker = walk.chance(70) ? clinic.staff.admin : walk.staff();
    const answer = await walk.ask(asker, { door: 'clinic', method: 'post', path: office, body });
    if (answer.status === 201) person.erasureId = (JSON.parse(answer.text) as { id: string }).id;
  },
};

/** The office's list names people, not their ids: the one whose name it is. */
async function findIn(walk: Walk, person: Person): Promise<void> {
  const { facts } = walk.world;
  const owner = facts.staffOf(person.clinicId).find(({ role }) => role === 'owner')!;
  const { text } = await walk.ask(owner, { door: 'clinic', method: 'get', path: office });
  const listed = (JSON.parse(text) as { erasures: { id: string; personName: string; state: string }[] })
    .erasures;
  const names = [...facts.marks].flatMap(([mark, subject]) =>
    subject.kind === 'person' && subject.personId === person.id ? [mark] : [],
  );
  const found = listed.find(
    ({ personName, state }) => names.includes(personName) && !['withdrawn', 'erased'].includes(state),
  );
  if (found !== undefined) person.erasureId = found.id;
}

/** Owner and administrator agree; anybody else tries to. */
export const agreeToErasure: Act = {
  name: 'agree to an erasure',
  weight: 4,
  async run(walk) {
    const person = waiting(walk);
    if (person === null) return;
    const { owner, admin } = walk.world.clinics.find(({ clinicId }) => clinicId === person.clinicId)!.staff;
    const viewer = walk.chance(80) ? walk.pick([owner, admin]) : walk.anybody();
    const path = `${office}/${person.erasureId ?? ''}/approval`;
    await walk.ask(viewer, { door: 'clinic', method: 'post', path });
  },
};

/** The owner carries it out; then everybody who knew the person looks, and so does the person. */
export const carryErasureOut: Act = {
  name: 'carry an erasure out',
  weight: 4,
  async run(walk) {
    const person = waiting(walk);
    if (person === null) return;
    const { facts, clinics } = walk.world;
    const { owner } = clinics.find(({ clinicId }) => clinicId === person.clinicId)!.staff;
    const viewer = walk.chance(85) ? owner : walk.staff();
    await walk.world.browser(person);
    const path = `${office}/${person.erasureId ?? ''}/completion`;
    const call = { door: 'clinic', method: 'post', path } as const;
    const answer = await walk.ask(viewer, call, ({ status }) => {
      if (status === 200) facts.erase(person);
    });
    if (answer.status !== 200) return;
    person.erasureId = null;
    if (viewer.id !== owner.id) walk.watch.note(viewer, call, answer, 'erased by somebody who may not');
    await lookAfter(walk, person, facts.coupleOf(person.coupleId));
  },
};

async function lookAfter(walk: Walk, person: Person, couple: Couple): Promise<void> {
  for (const page of ownPages(walk.task(couple))) {
    const answer = await walk.ask(person, page);
    if (answer.status !== 401) walk.watch.note(person, page, answer, 'an erased person is let in');
  }
  const partner = Object.values(couple.people).find(({ id }) => id !== person.id)!;
  const readers = [partner, walk.therapist(couple, person.side), walk.therapist(couple)];
  for (const reader of readers)
    for (const task of couple.tasks.slice(0, 3))
      if (reader !== null && !(reader.kind === 'person' && reader.erased === true))
        for (const page of pagesFor(reader, couple, task)) await walk.ask(reader, page);
}

/** Somebody for whom an erasure has been asked and not carried out; null when there is nobody. */
function waiting(walk: Walk): Person | null {
  const asked = [...walk.world.facts.people.values()].filter(
    ({ erasureId, erased }) => typeof erasureId === 'string' && erased !== true,
  );
  return asked.length === 0 ? null : walk.pick(asked);
}

function peopleOf(walk: Walk, clinicId: string): Person[] {
  return [...walk.world.facts.people.values()].filter((person) => person.clinicId === clinicId);
}
