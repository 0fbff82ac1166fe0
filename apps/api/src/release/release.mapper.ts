import type { CaseReleaseView, OwnReleaseView, SharedItemView } from '@trellis/contracts';
import {
  confirmableFrom,
  coolingOff,
  localDateOf,
  revokeNotice,
  stateShownToAuthor,
  type AnswerRow,
  type Answers,
  type Field,
  type TaskId,
} from '@trellis/domain';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import type { Choices } from './own-release.repository.js';
import { choicesFor } from './recipients.js';
import { recordOf, type ReleasablePart, type ReleaseRow } from './release-row.js';
import type { CaseReleaseRow } from './case-release.repository.js';
import type { SharedRow } from './shared.repository.js';

interface OwnReleaseFacts {
  readonly part: ReleasablePart | null;
  readonly release: ReleaseRow | null;
  readonly names: readonly string[];
  readonly choices: Choices;
  readonly timeZone: string;
  readonly paused: boolean;
}

const shown = { draft: 'none', ready: 'waiting', released: 'shared', revoked: 'taken_back' } as const;

/** What the author's screen shows. A hold is not among it: the screen reads exactly as it would without one. */
export function toOwnRelease(taskId: TaskId, facts: OwnReleaseFacts): OwnReleaseView {
  const { part, release, names, timeZone, paused } = facts;
  const record = release === null ? null : recordOf(release);
  const { partner, therapists } =
    part === null ? { partner: null, therapists: [] } : choicesFor(part, facts.choices);
  return {
    taskId,
    shareable: part !== null,
    state: record === null ? 'none' : shown[stateShownToAuthor(record)],
    version: release?.version ?? 0,
    paused,
    partnerName: partner?.name ?? null,
    therapists: therapists.map(({ id, name }) => ({ id, name })),
    sharedWith: [...names],
    confirmFrom:
      record === null ? null : (confirmableFrom(record, coolingOff.standard)?.toISOString() ?? null),
    notice: record?.state === 'revoked' ? revokeNotice(record, timeZone) : null,
  };
}

/** What the therapists of the author's side see. */
export function toCaseRelease(row: CaseReleaseRow): CaseReleaseView {
  return {
    id: row.id,
    taskId: row.task_id,
    personName: row.person_name,
    compartment: row.compartment,
    templateCode: row.template_code,
    templateVersion: row.template_version,
    title: exerciseIn(row).title,
    state: row.state,
    recipients: row.recipient_names,
    toPartner: row.to_partner,
    askedAt: row.asked_at.toISOString(),
    releasedAt: row.released_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    held: row.held,
    needsApproval: row.state === 'ready' && row.to_partner && row.approved_by === null,
    needsAuthor: row.state === 'ready' && row.sensitive && row.confirmed_at === null,
    safetyTags: row.safety_tags ?? [],
    version: row.version,
  };
}

/** The questions of which answers were given, and of lists the columns of which they were; no others. */
export function fieldsGiven(fields: readonly Field[], answers: Answers): readonly Field[] {
  return fields.flatMap((field): readonly Field[] => {
    const value = answers[field.key];
    if (value === undefined) return [];
    if (field.rows === undefined || !Array.isArray(value)) return [field];
    const rows = value as readonly (string | AnswerRow)[];
    const given = new Set(rows.flatMap((row) => (typeof row === 'object' ? Object.keys(row) : [])));
    return [{ ...field, rows: field.rows.filter(({ key }) => given.has(key)) }];
  });
}

/** What the person to whom it was given sees: who, what, and since which day. */
export function toSharedItem(row: SharedRow, timeZone: string): SharedItemView {
  return {
    id: row.id,
    fromName: row.person_name,
    templateCode: row.template_code,
    templateVersion: row.template_version,
    title: exerciseIn(row).title,
    sharedOn: localDateOf(row.released_at ?? row.asked_at, timeZone),
  };
}
