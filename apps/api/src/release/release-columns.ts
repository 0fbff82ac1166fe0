/** Columns of a `ReleaseRow` from `release r JOIN couple c`. Recipients are those that row-level security shows. */
export const releaseColumns = `r.id, r.answer_id, r.task_id, r.couple_id, r.person_id, r.compartment, r.privacy, r.revision,
  r.template_code, r.template_version, r.sensitive, r.to_partner, r.state, r.asked_at, r.confirmed_at, r.approved_by,
  r.held, r.safety_tags, r.released_at, r.revoked_at, r.first_read_at, r.version, c.status AS couple_status,
  c.secrets_policy,
  ARRAY(SELECT g.person_id FROM release_recipient g
    WHERE g.clinic_id = r.clinic_id AND g.release_id = r.id AND g.person_id IS NOT NULL) AS people,
  ARRAY(SELECT g.staff_id FROM release_recipient g
    WHERE g.clinic_id = r.clinic_id AND g.release_id = r.id AND g.staff_id IS NOT NULL ORDER BY g.staff_id) AS staff`;

export const releaseTables = 'release r JOIN couple c ON c.clinic_id = r.clinic_id AND c.id = r.couple_id';
