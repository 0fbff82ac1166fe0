import { documentFactsOf } from './document-rules.js';
import { letterFactsOf } from './letter-rules.js';

/** Facts about a row that stand in another table, for the oracle; by table. */
export const enriched: Readonly<Record<string, string>> = {
  ...letterFactsOf,
  ...documentFactsOf,
  data_key: `${letterFactsOf['data_key'] ?? ''} ${documentFactsOf['data_key'] ?? ''}`,
  release_recipient: `|| (SELECT jsonb_build_object('author', r.person_id, 'authors_side', r.compartment,
    'authors_couple', r.couple_id, 'live', r.state = 'released' AND NOT r.held AND c.status = 'active')
    FROM release r JOIN couple c ON c.id = r.couple_id WHERE r.id = t.release_id)`,
  psychotherapy_note: `|| jsonb_build_object('removed_long_ago', t.removed_at < now() - interval '31 days')`,
  psychotherapy_note_text: `|| (SELECT jsonb_build_object('removed_long_ago', n.removed_at < now() - interval '31 days')
    FROM psychotherapy_note n WHERE n.id = t.note_id)`,
};

/** What makes a copy of a row one that could be added today; by table. */
export const refreshed: Readonly<Record<string, string>> = {
  progress_note: `one || '{"state": "draft", "cosigner_id": null, "signed_at": null}'`,
  question_list: `one || '{"passed_on_at": null, "passed_on_by": null, "put_away_at": null}'`,
  disclosure_document: `one || '{"destroyed_at": null, "locked_at": null, "legal_hold": null, "latest_version": 0}'`,
  staff_way_back: `one || '{"agreed_by": null, "agreed_account": null}'`,
  break_glass: `one || jsonb_build_object('opened_at', app.now(), 'closes_at', app.now() + interval '30 minutes',
    'ended_at', NULL)`,
  release: `one || '{"approved_by": null, "safety_tags": null, "first_read_at": null, "state": "ready", "released_at": null,
    "revoked_at": null}'`,
};

/** The change that is tried, where setting any column that may be changed would not do; by table. */
export const changes: Readonly<Record<string, { readonly column: string; readonly value: string }>> = {
  couple: { column: 'status', value: `'separated'` },
  instrument_form: { column: 'version', value: 'version + 1' },
  // Who draws a line says so.
  instrument_threshold: { column: 'set_by', value: 'app.actor()' },
  measure_sheet: { column: 'version', value: 'version + 1' },
  calendar_feed: { column: 'made_at', value: 'now()' },
  // A version is replaced, never written over.
  reminder_wish: { column: 'newest', value: 'false, address_sealed = NULL' },
  // Who sets something says so; a note that waits is given back, which its author may do to no other.
  progress_note_setting: { column: 'set_by', value: 'app.actor()' },
  progress_note: { column: 'state', value: `'returned', signed_at = NULL` },
  // Who does or takes up something says so.
  aftercare_task: { column: 'done_at', value: 'now(), done_by = app.actor()' },
  aftercare_alert: { column: 'acknowledged_at', value: 'now(), acknowledged_by = app.actor()' },
  break_glass: { column: 'ended_at', value: 'now()' },
  disclosure_comment: { column: 'settled_at', value: 'now()' },
  disclosure_consent: { column: 'revoked_at', value: 'now()' },
  // Agreed, opened and dated at once, as a check of the table demands.
  disclosure_reading: {
    column: 'agreed_by',
    value: `app.actor(), opened_at = now(), until = now() + interval '1 day'`,
  },
  stage_gate: { column: 'closed_at', value: 'now()' },
  // Who lifts a pause says so.
  touch_pause: { column: 'lifted_at', value: 'now(), lifted_by = app.actor()' },
  readiness_mark: { column: 'co_refused_at', value: 'now()' },
  audit_event: { column: 'prev_hash', value: `'\\x00'` },
};

/** Row security is asked before keys and constraints are: any other complaint means that the row got through. */
export const tryToAdd = `
  DO $$ DECLARE link record;
  BEGIN
    -- What is removed or copied is judged by the walls alone.
    FOR link IN SELECT conname, conrelid::regclass AS target FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', link.target, link.conname); END LOOP;
  END $$;
  CREATE SCHEMA probe; GRANT USAGE ON SCHEMA probe TO PUBLIC;
  CREATE FUNCTION probe.try_to_add(target text, one jsonb) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format('INSERT INTO public.%1$I SELECT (jsonb_populate_record(NULL::public.%1$I, $1)).*', target) USING one;
    RETURN 'added';
  EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE;
  END $$;
  CREATE FUNCTION probe.count(statement text) RETURNS integer LANGUAGE plpgsql AS $$
  DECLARE many integer;
  BEGIN
    EXECUTE statement;
    GET DIAGNOSTICS many = ROW_COUNT;
    RETURN many;
  END $$`;
