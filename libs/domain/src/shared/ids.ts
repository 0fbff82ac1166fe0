declare const brand: unique symbol;
/** A UUID that names one kind of thing, so that a person's id cannot be passed where a couple's is meant. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type ClinicId = Id<'clinic'>;
export type StaffId = Id<'staff'>;
export type PersonId = Id<'person'>;
export type CoupleId = Id<'couple'>;
export type EnrolmentId = Id<'enrolment'>;
export type AssignmentId = Id<'assignment'>;
export type InviteId = Id<'invite'>;
export type TaskId = Id<'task'>;
export type RatingId = Id<'rating'>;
export type DisclosureId = Id<'disclosure'>;
export type ExportId = Id<'export'>;

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True when the text has the form of a UUID, of any version. */
export function isUuid(text: string): boolean {
  return uuidForm.test(text);
}

function idOf<Kind extends string>(kind: Kind, text: string): Id<Kind> {
  if (!isUuid(text)) throw new RangeError(`Not the form of a ${kind} id`);
  return text.toLowerCase() as Id<Kind>;
}

/** Each takes UUID text and throws RangeError for any other form; the result is in lower case. */
export const asClinicId = (text: string): ClinicId => idOf('clinic', text);
export const asStaffId = (text: string): StaffId => idOf('staff', text);
export const asPersonId = (text: string): PersonId => idOf('person', text);
export const asCoupleId = (text: string): CoupleId => idOf('couple', text);
export const asEnrolmentId = (text: string): EnrolmentId => idOf('enrolment', text);
export const asAssignmentId = (text: string): AssignmentId => idOf('assignment', text);
export const asInviteId = (text: string): InviteId => idOf('invite', text);
export const asTaskId = (text: string): TaskId => idOf('task', text);
export const asRatingId = (text: string): RatingId => idOf('rating', text);
export const asDisclosureId = (text: string): DisclosureId => idOf('disclosure', text);
export const asExportId = (text: string): ExportId => idOf('export', text);
