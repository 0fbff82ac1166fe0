import {
  asStaffId,
  importInstrument,
  type ClinicMapping,
  type ImportedInstrument,
  type LicenceAttestation,
} from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';
import type { FormRow } from './instrument-row.js';

/** Longest texts and lists of a mapping: more than the items of any form. */
const mostItems = 300;

/** A kept form as the engine reads it; null where today's rules no longer understand it. */
export function importedFrom(row: FormRow): ImportedInstrument | null {
  const attestation: LicenceAttestation = {
    by: asStaffId(row.attested_by),
    at: row.attested_at,
    licenceReference: row.licence_reference,
  };
  const mapping = row.mapping === null ? null : readMapping(row.mapping);
  const { code, resource } = row;
  const read = importInstrument({ code, resource, mapping, attestation, now: row.attested_at });
  return read.ok ? read.value : null;
}

/**
 * Reads what the clinic says about its copy: `items` and `reversed` lists of linkIds, `scales` lists by scale.
 * @throws AppError questionnaire_refused for any other shape.
 */
export function mappingOf(given: Readonly<Record<string, unknown>>): ClinicMapping {
  const mapping = readMapping(given);
  if (mapping === null)
    throw new AppError('questionnaire_refused', {
      problems: [{ code: 'mapping_does_not_fit', linkId: null }],
    });
  return mapping;
}

function readMapping(given: Readonly<Record<string, unknown>>): ClinicMapping | null {
  const { items = null, reversed = null, scales = {}, ...rest } = given;
  if (Object.keys(rest).length > 0 || !isList(items) || !isList(reversed)) return null;
  if (typeof scales !== 'object' || scales === null || Array.isArray(scales)) return null;
  const entries = Object.entries(scales);
  if (entries.length > 20 || !entries.every(([, list]) => list !== null && isList(list))) return null;
  return { items, reversed, scales: Object.fromEntries(entries) };
}

function isList(value: unknown): value is readonly string[] | null {
  if (value === null) return true;
  if (!Array.isArray(value) || value.length > mostItems) return false;
  return value.every((one) => typeof one === 'string' && one.length <= 200);
}
