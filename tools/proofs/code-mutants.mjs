/**
 * One line of the server weakened. `file` is below apps/api/src, or from the root where it says libs; `from` has to
 * stand in it exactly once. `spec` notices it; the small profile of the harness (`code-walls`) where none is named.
 */
export const codeMutants = [
  {
    name: 'P0 is not asked for',
    file: 'libs/domain/src/access/can-see.ts',
    from: "if (artefact.privacy === 'P0') return sides.includes(artefact.compartment) ? 'status' : 'nothing';",
    to: '',
  },
  {
    name: 'status opens words',
    file: 'homework/answer-words.ts',
    from: "canSee(viewer, artefactOf(task, row)) === 'words'",
    to: "canSee(viewer, artefactOf(task, row)) !== 'nothing'",
  },
  {
    name: 'one exercise of every side',
    file: 'homework/case-homework.repository.ts',
    from: '(t.compartment = ANY ($2::text[]) OR t.id = ANY',
    to: '($2::text[] IS NOT NULL OR t.id = ANY',
  },
  {
    name: 'the list of every side',
    file: 'homework/case-homework.repository.ts',
    from: '(h.compartment = ANY ($2::text[]) OR h.id = ANY',
    to: '($2::text[] IS NOT NULL OR h.id = ANY',
  },
  {
    name: 'any exercise by its id',
    file: 'homework/own-task.repository.ts',
    from: 'FROM homework_task WHERE person_id = $1 AND id = $2',
    to: 'FROM homework_task WHERE $1::uuid IS NOT NULL AND id = $2',
  },
  {
    name: 'today of everybody',
    file: 'homework/own-task.repository.ts',
    from: 'FROM homework_task t WHERE person_id = $1 AND due_on >=',
    to: 'FROM homework_task t WHERE $1::uuid IS NOT NULL AND due_on >=',
  },
  {
    name: 'the record of everybody',
    file: 'homework/own-task.repository.ts',
    from: "FROM homework_task t WHERE person_id = $1 AND state IN ('submitted', 'reviewed')",
    to: "FROM homework_task t WHERE $1::uuid IS NOT NULL AND state IN ('submitted', 'reviewed')",
  },
  {
    name: 'answers of every exercise',
    file: 'homework/answer.repository.ts',
    from: 'WHERE a.task_id = $1 AND a.revision',
    to: 'WHERE a.revision',
  },
  {
    name: 'any draft',
    file: 'homework/answer.repository.ts',
    from: 'SELECT sealed, saved_at FROM homework_draft WHERE task_id = $1',
    to: 'SELECT sealed, saved_at FROM homework_draft WHERE $1::uuid IS NOT NULL',
  },
  {
    name: 'a therapist without a side',
    file: 'access/case-access.ts',
    from: 'if (extra.length === 0 && held.length === 0 && !isOffice(role)) return this.refuse(action, coupleId);',
    to: '',
  },
  {
    name: 'assigning on the other side',
    file: 'homework/side-access.ts',
    from: "return grant.mySides.includes(side) ? grant : this.refuse(action, 'person', personId);",
    to: 'return grant;',
  },
  {
    name: 'permissions are not asked',
    file: 'access/access.guard.ts',
    from: "rule.kind === 'allow' && !may(session.role, rule.permission)",
    to: 'false',
  },
  {
    name: 'who left may stay',
    file: 'platform/session/session.repository.ts',
    from: 'AND m.id = s.subject_id AND m.role = s.role AND m.deactivated_at IS NULL',
    to: 'AND m.id = s.subject_id AND m.role = s.role',
  },
  {
    name: 'an ended session lives',
    file: 'platform/session/session.repository.ts',
    from: 'WHERE s.id_hash = $1 AND s.surface = $2 AND s.revoked_at IS NULL AND',
    to: 'WHERE s.id_hash = $1 AND s.surface = $2 AND',
  },
  {
    name: 'reading leaves no record',
    file: 'homework/reading.service.ts',
    from: "if (opened) await this.record(given ? 'release.read' : 'homework.read', task, grant);",
    to: '',
  },
  {
    name: 'the record names nobody',
    file: 'homework/reading.service.ts',
    from: 'personId: task.person_id,',
    to: '',
  },
  {
    name: 'answers of writes kept in clear',
    file: 'platform/http/idempotency.ts',
    from: 'await this.vault.seal(kind, placeOf(id, write), text)',
    to: 'Buffer.from(text)',
  },
  {
    name: 'whole addresses in the log',
    file: 'platform/logging/request-log.ts',
    from: "route: request.routeOptions.url ?? 'none',",
    to: 'route: request.url,',
  },
  {
    name: 'the context outlives its transaction',
    file: 'platform/database/sql.ts',
    from: "set_config('app.clinic_id', '${actor.clinicId}', true)",
    to: "set_config('app.clinic_id', '${actor.clinicId}', false)",
  },
  {
    name: 'the actor outlives its transaction',
    file: 'platform/database/sql.ts',
    from: "set_config('app.actor_id', '${actor.id}', true)",
    to: "set_config('app.actor_id', '${actor.id}', false)",
  },
  {
    name: 'the document is read before its time',
    file: 'libs/domain/src/disclosure/around/document-custody.ts',
    from: 'if (!reviewStates.includes(facts.state) || !facts.reviewSince) return null;',
    to: 'if (!facts.reviewSince) return null;',
    spec: 'disclosure-states',
  },
  {
    name: 'the document of the other side',
    file: 'disclosure-document/document-access.ts',
    from: 'if (!sides.some((side) => heldSides(grant).includes(side))) return this.refuse(action, grant);',
    to: '',
    spec: 'disclosure-states',
  },
  {
    name: 'a letter nobody released',
    file: 'letters/letter-reader.ts',
    from: 'releasedToOtherTherapist: isReleased(row),',
    to: 'releasedToOtherTherapist: true,',
    spec: 'disclosure-states',
  },
  {
    name: 'a question before its release',
    file: 'questions/case-question-reading.service.ts',
    from: "(sides.includes('RP') && status === 'released')",
    to: "(sides.includes('RP') && status !== undefined)",
    spec: 'disclosure-states',
  },
  {
    name: 'questions that nobody passed on',
    file: 'questions/own-question-reading.service.ts',
    from: 'list?.passed_on_at == null ? [] : found',
    to: 'found',
    spec: 'disclosure-states',
  },
  {
    name: 'a slip on the other side',
    file: 'slips/slip-opening.ts',
    from: "if (!grant.mySides.includes('RP')) throw notFound();",
    to: '',
    spec: 'disclosure-states',
  },
  {
    name: 'what was left out, on the other side',
    file: 'aftercare/case-correction.service.ts',
    from: "grant.mySides.includes('RP') && isUuid(id)",
    to: 'isUuid(id)',
    spec: 'disclosure-states',
  },
  {
    name: 'words of readiness on the other side',
    file: 'readiness/readiness-access.ts',
    from: 'if (!held) throw notFound();',
    to: '',
    spec: 'disclosure-states',
  },
  {
    name: 'the plan of the other side',
    file: 'disclosure-session/plan-reading.service.ts',
    from: 'if (!grant.mySides.some((one) => one === side)) throw notFound();',
    to: '',
    spec: 'disclosure-states',
  },
  {
    name: 'reading along with any token',
    file: 'disclosure-session/reading.repository.ts',
    from: 'AND token_hash = $3 AND device_hash = $4 AND closed_at IS NULL',
    to: 'AND $3::bytea IS NOT NULL AND device_hash = $4 AND closed_at IS NULL',
    spec: 'disclosure-states',
  },
  {
    name: 'reading along on any device',
    file: 'disclosure-session/reading.repository.ts',
    from: 'AND token_hash = $3 AND device_hash = $4 AND closed_at IS NULL',
    to: 'AND token_hash = $3 AND $4::bytea IS NOT NULL AND closed_at IS NULL',
    spec: 'disclosure-states',
  },
];

/** The text of a file with the chosen mutant in it. @throws Error when the mutant's line is not there, or twice */
export function mutated(text, file, name) {
  const mutant = codeMutants.find((one) => one.name === name);
  if (mutant === undefined) throw new Error(`there is no mutant "${name}"`);
  const wanted = mutant.file.startsWith('libs/') ? mutant.file : `apps/api/src/${mutant.file}`;
  if (!file.endsWith(`/${wanted}`)) return text;
  const parts = text.split(mutant.from);
  if (parts.length !== 2) throw new Error(`${wanted} says this ${parts.length - 1} times: ${mutant.from}`);
  return parts.join(mutant.to);
}
