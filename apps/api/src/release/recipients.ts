import type { AskReleaseRequest } from '@trellis/contracts';
import { hasStrictWalls, type Recipients, type StaffId } from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';
import type { Choices } from './own-release.repository.js';
import type { ReleasablePart } from './release-row.js';

/** Whom this part may be given to: P3 to the partner, and to other therapists unless the walls are strict. */
export function choicesFor(part: ReleasablePart, { partner, therapists }: Choices): Choices {
  return {
    partner: part.privacy === 'P3' ? partner : null,
    therapists: hasStrictWalls(part.secrets_policy) ? [] : therapists,
  };
}

/** The named recipients. @throws AppError invalid_request for anybody who may not be named. */
export function recipientsOf(request: AskReleaseRequest, all: Choices, part: ReleasablePart): Recipients {
  const { partner, therapists } = choicesFor(part, all);
  if (request.toPartner && partner === null) throw unknownRecipient('toPartner');
  const known = new Set<string>(therapists.map(({ id }) => id));
  const named = request.staffIds.map((id) => id.toLowerCase());
  if (named.some((id) => !known.has(id))) throw unknownRecipient('staffIds');
  return {
    people: request.toPartner && partner !== null ? [partner.id] : [],
    staff: named as StaffId[],
  };
}

function unknownRecipient(field: string): AppError {
  return new AppError('invalid_request', { fields: [{ field, rules: ['isRecipient'] }] });
}
