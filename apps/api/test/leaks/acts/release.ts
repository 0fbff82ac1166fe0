import type { Person, Task, Words } from '../facts.js';
import { assign, handIn, therapistOf } from '../writing.js';
import type { Act, Walk } from '../walk.js';

/** Somebody shares a weekly exercise, the therapist of the side agrees, and the partner reads it. */
export const giveAway: Act = {
  name: 'release',
  weight: 3,
  async run(walk) {
    const couple = walk.couple();
    const { RP: author, BP: partner } = couple.people;
    const therapist = walk.therapist(couple, 'RP');
    if (therapist === null) return;
    const monday = `2025-0${String(1 + walk.number(4))}-${String(6 + 7 * walk.number(3)).padStart(2, '0')}`;
    const [task] = await assign(walk.world, therapist, author, 1, monday, 'R15');
    if (task === undefined || (await handIn(walk.world, task)).status !== 200) return;
    const wish = { toPartner: true, staffIds: [], pressured: false };
    const ask = {
      door: 'home',
      method: 'post',
      path: `/api/home/releases/${task.id}/ask`,
      version: 0,
    } as const;
    await walk.ask(author, { ...ask, body: wish });
    await look(walk, partner);
    if (walk.chance(80)) await approve(walk, task);
    await look(walk, partner);
  },
};

async function approve(walk: Walk, task: Task): Promise<void> {
  const couple = walk.world.facts.coupleOf(task.coupleId);
  const therapist = therapistOf(walk.world, couple, 'RP');
  const list = { door: 'clinic', method: 'get', path: `/api/clinic/releases?coupleId=${couple.id}` } as const;
  const { text, status } = await walk.ask(therapist, list);
  if (status !== 200) return;
  const { releases } = JSON.parse(text) as { releases: { id: string; taskId: string; version: number }[] };
  const asked = releases.find(({ taskId }) => taskId === task.id);
  if (asked === undefined) return;
  const path = `/api/clinic/releases/${asked.id}/approval`;
  const answer = await walk.ask(therapist, { door: 'clinic', method: 'post', path, version: asked.version });
  if (answer.status !== 200 || (JSON.parse(answer.text) as { state: string }).state !== 'released') return;
  for (const words of wordsOf(walk, task)) words.givenTo.add(couple.people.BP.id);
}

/** The author takes back what was given; the partner looks at once. */
export const takeBack: Act = {
  name: 'take back',
  weight: 2,
  async run(walk) {
    const couple = walk.couple();
    const given = couple.tasks.filter((task) => wordsOf(walk, task).some(({ givenTo }) => givenTo.size > 0));
    if (given.length === 0) return;
    const task = walk.pick(given);
    const path = `/api/home/releases/${task.id}/revoke`;
    const answer = await walk.ask(couple.people.RP, { door: 'home', method: 'post', path });
    if (answer.status < 300) for (const words of wordsOf(walk, task)) words.givenTo.clear();
    await look(walk, couple.people.BP);
  },
};

/** A couple parts: what was given is held both ways at once. */
export const separate: Act = {
  name: 'separate',
  weight: 1,
  async run(walk) {
    const couple = walk.couple();
    const therapist = walk.therapist(couple);
    if (therapist === null || !walk.chance(20)) return;
    const path = `/api/clinic/couples/${couple.id}`;
    const { text, status } = await walk.ask(therapist, { door: 'clinic', method: 'get', path });
    if (status !== 200) return;
    const { version } = JSON.parse(text) as { version: number };
    const act = { door: 'clinic', method: 'post', path: `${path}/separate`, version } as const;
    if ((await walk.ask(therapist, act)).status < 300) couple.separated = true;
    for (const person of Object.values(couple.people)) await look(walk, person);
  },
};

/** What the other has shared: the list, and each of it. */
async function look(walk: Walk, reader: Person): Promise<void> {
  const path = '/api/home/shared';
  const answer = await walk.ask(reader, { door: 'home', method: 'get', path });
  const ids = [...new Set(answer.text.match(/"id":"[0-9a-f-]{36}"/g))].map((text) => text.slice(6, -1));
  for (const id of ids.slice(0, 3))
    await walk.ask(reader, { door: 'home', method: 'get', path: `${path}/${id}` });
}

function wordsOf(walk: Walk, task: Task): Words[] {
  return [...walk.world.facts.marks.values()].filter(
    (subject): subject is Words => subject.kind === 'words' && subject.taskId === task.id && !subject.draft,
  );
}
