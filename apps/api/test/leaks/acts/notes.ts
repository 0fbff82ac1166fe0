import { randomUUID } from 'node:crypto';
import type { Act } from '../walk.js';

/** A therapist keeps a note of their own on a couple; colleagues and the office look for it. */
export const writeNote: Act = {
  name: 'write a note',
  weight: 3,
  async run(walk) {
    const couple = walk.couple();
    const author = walk.therapist(couple);
    if (author === null) return;
    const { clinicId, id: coupleId } = couple;
    const subject = { kind: 'note', clinicId, coupleId, authorId: author.id } as const;
    const text = `${walk.world.facts.mark(subject, 'note', 'note')} in my own words`;
    const path = `/api/clinic/couples/${coupleId}/psychotherapy-notes`;
    const id = randomUUID();
    const body = { id, text, sessionOn: null };
    const written = await walk.ask(author, { door: 'clinic', method: 'post', path, body });
    if (written.status === 201) walk.world.facts.noted.add(`${author.id} ${coupleId}`);
    for (const reader of [author, walk.staff(), walk.anybody()]) {
      const door = reader.kind === 'staff' ? 'clinic' : 'home';
      await walk.ask(reader, { door, method: 'get', path: `${path}/${id}` });
      await walk.ask(reader, { door, method: 'get', path });
    }
  },
};
