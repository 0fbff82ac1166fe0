import { randomUUID } from 'node:crypto';
import { slipOf } from '../disclosure/tell.js';
import { DisclosureTeller } from '../disclosure/teller.js';
import type { Person } from '../facts.js';
import type { Answer } from '../wire.js';
import type { Act, Walk } from '../walk.js';
import { disclosureOwnPages, disclosureStaffPages } from './disclosure-pages.js';

/** A couple whose disclosure is told, with everybody it takes; null where somebody of them is not there. */
function toldCouple(walk: Walk): DisclosureTeller | null {
  const couples = [...walk.world.facts.couples.values()].filter(
    ({ ftd, people }) => ftd !== undefined && Object.values(people).every(({ erased }) => erased !== true),
  );
  if (couples.length === 0) return null;
  const couple = walk.pick(couples);
  return (['RP', 'BP'] as const).every((side) => walk.therapist(couple, side) !== null)
    ? new DisclosureTeller(walk.world, couple)
    : null;
}

/** Somebody of the couple, of the team or of the clinic opens some pages of the disclosure. */
async function lookAt(walk: Walk, told: DisclosureTeller, pages = 3): Promise<void> {
  const { couple } = told;
  const { RP, BP } = couple.people;
  const readers = [RP, BP, walk.therapist(couple, 'RP'), walk.therapist(couple, 'BP'), walk.anybody()];
  for (const reader of readers) {
    if (reader === null) continue;
    const all = reader.kind === 'staff' ? disclosureStaffPages(couple) : disclosureOwnPages(couple);
    for (let at = 0; at < pages; at += 1) await walk.ask(reader, walk.pick(all));
  }
}

/** Any page of a disclosure, by whoever comes along. */
export const readDisclosure: Act = {
  name: 'read a disclosure',
  weight: 4,
  async run(walk) {
    const told = toldCouple(walk);
    if (told !== null) await lookAt(walk, told, 2);
  },
};

/** The author goes on with a section; it stays theirs alone until it is handed in. */
export const writeSection: Act = {
  name: 'write a section',
  weight: 1,
  async run(walk) {
    const told = toldCouple(walk);
    if (told === null) return;
    const author = told.person('RP');
    const page = await walk.ask(author, {
      door: 'home',
      method: 'get',
      path: '/api/home/disclosure-document',
    });
    if (page.status !== 200) return;
    const { sections } = JSON.parse(page.text) as { sections: { section: string; version: number }[] };
    const version = sections.find(({ section }) => section === 'e')?.version ?? 0;
    const path = '/api/home/disclosure-document/sections/e';
    const body = { text: told.mark('section', 'RP') };
    await walk.ask(author, { door: 'home', method: 'put', path, body, version });
    await lookAt(walk, told);
  },
};

/** The own therapist says something to the newest version; another therapist tries to. */
export const commentDocument: Act = {
  name: 'comment on a document',
  weight: 1,
  async run(walk) {
    const told = toldCouple(walk);
    if (told === null) return;
    const writer = walk.chance(70) ? walk.therapist(told.couple, 'RP') : walk.staff();
    if (writer === null) return;
    const place = { id: randomUUID(), number: told.ftd.version, section: 'a', start: 0, length: 2 };
    const body = { ...place, text: told.mark('comment', 'RP') };
    const path = `/api/clinic/disclosure-documents/${told.couple.id}/comments`;
    await walk.ask(writer, { door: 'clinic', method: 'post', path, body });
    await lookAt(walk, told);
  },
};

/** The partner asks one more question; it stays on their side. */
export const askQuestion: Act = {
  name: 'ask a question',
  weight: 1,
  async run(walk) {
    const told = toldCouple(walk);
    if (told === null) return;
    const words = {
      question: told.mark('question', 'BP'),
      reason: told.mark('why', 'BP'),
      fear: told.mark('why', 'BP'),
    };
    const body = { id: randomUUID(), category: 'when', detail: 'summary', ...words };
    await walk.ask(told.person('BP'), { door: 'home', method: 'post', path: '/api/home/questions', body });
    await lookAt(walk, told);
  },
};

/** A letter is released to the other therapist, taken back, or sealed for good. */
export const turnLetter: Act = {
  name: 'turn a letter',
  weight: 2,
  async run(walk) {
    const told = toldCouple(walk);
    if (told === null) return;
    const kind = walk.pick(['impact', 'restitution'] as const);
    const author = told.person(kind === 'impact' ? 'BP' : 'RP');
    const letter = told.ftd.letters[kind];
    const path = `/api/home/letters/${told.ftd.ids[kind] ?? ''}`;
    const { status, text } = await walk.ask(author, { door: 'home', method: 'get', path });
    if (status !== 200) return;
    const { version } = JSON.parse(text) as { version: number };
    const act = walk.pick(['release', 'release', 'release', 'revocation', 'revocation', 'seal']);
    await walk.ask(author, { door: 'home', method: 'post', path: `${path}/${act}`, version }, (answer) => {
      if (answer.status >= 300) return;
      letter.released = act === 'release';
      if (act === 'seal') letter.sealed = true;
    });
    await lookAt(walk, told, 4);
  },
};

/** A slip with words to it; the partner's side looks. */
export const tellSlip: Act = {
  name: 'log a slip',
  weight: 1,
  async run(walk) {
    const told = toldCouple(walk);
    if (told === null) return;
    const call = { door: 'home', method: 'post', path: '/api/home/slips', body: slipOf(told) } as const;
    const author = walk.chance(80) ? told.person('RP') : told.person('BP');
    await walk.ask(author, call, ({ status, text }) => {
      if (status < 300) told.ftd.ids['slipId'] = (JSON.parse(text) as { slip: { id: string } }).slip.id;
    });
    // It leads back where readiness rests on there being none; the harness puts the process where it was.
    await told.putAt(told.ftd.state);
    await lookAt(walk, told, 4);
  },
};

/** A pause with its reason, or a person's no; then it is as before, so that there is something to read. */
export const stopDisclosure: Act = {
  name: 'hold or decline',
  weight: 1,
  async run(walk) {
    const told = toldCouple(walk);
    if (told === null) return;
    const before = told.ftd.state;
    const isPause = walk.chance(50);
    const taken = isPause ? await hold(walk, told) : await decline(walk, walk.person(told.couple));
    if (taken === null || taken.status >= 300) return;
    told.ftd.state = isPause ? 'ON_HOLD' : 'DECLINED';
    await lookAt(walk, told, 4);
    await walk.world.app.db.sql('DELETE FROM disclosure_hold WHERE couple_id = $1', [told.couple.id]);
    await told.putAt(before);
  },
};

async function decline(walk: Walk, person: Person): Promise<Answer> {
  return walk.ask(person, { door: 'home', method: 'post', path: '/api/home/disclosure/decline' });
}

async function hold(walk: Walk, told: DisclosureTeller): Promise<Answer | null> {
  const path = `/api/clinic/disclosure/${told.couple.id}`;
  const side = walk.pick(['RP', 'BP'] as const);
  const therapist = walk.therapist(told.couple, side);
  if (therapist === null) return null;
  const seen = await walk.ask(therapist, { door: 'clinic', method: 'get', path });
  if (seen.status !== 200) return null;
  const { version } = JSON.parse(seen.text) as { version: number };
  const body = { event: 'hold', holdReason: 'other', side, reason: told.mark('step', side) };
  return walk.ask(therapist, { door: 'clinic', method: 'post', path: `${path}/steps`, body, version });
}
