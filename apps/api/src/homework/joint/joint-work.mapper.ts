import { exerciseOf } from '@trellis/domain';
import type { JointTaskView, JointWorkRowView } from '@trellis/contracts';
import type { JointWorkRow, SideTask } from './joint-work-row.js';

/** A therapist's row. Who is in and who is not is on each side's own list, for that side alone. */
export function toWorkRow(row: JointWorkRow): JointWorkRowView {
  return {
    ...{ id: row.id, templateCode: row.template_code, templateVersion: row.template_version },
    title: exerciseOf(row.template_code, row.template_version).title,
    ...{ opensOn: row.opens_on, dueOn: row.due_on, opensInSession: row.reveal === 'in_session' },
    revealedAt: row.revealed_at?.toISOString() ?? null,
    talkedAt: row.talked_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** Whether one half is in, for the therapists of its side. */
export function toSideTask({ id, side, person_name, handed_in }: SideTask): JointTaskView {
  return { taskId: id, side, personName: person_name, handedIn: handed_in };
}
