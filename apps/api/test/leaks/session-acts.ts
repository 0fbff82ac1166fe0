const therapist = ['therapist'];
const clinicians = ['therapist', 'supervisor'];
const admins = ['clinic_admin', 'owner'];

/** Who may do what about sessions, rooms, time off and the notes of sessions at all. */
export const sessionActs: Readonly<Record<string, readonly string[]>> = {
  'AppointmentsController.book': [...therapist, ...admins],
  'AppointmentsController.move': [...therapist, ...admins],
  'AppointmentsController.cancel': [...therapist, ...admins],
  'AppointmentsController.mark': [...therapist, ...admins],
  'CalendarController.takeOff': therapist,
  'CalendarController.giveBack': therapist,
  'RoomsController.add': admins,
  'RoomsController.close': admins,
  'ProgressNotesController.begin': therapist,
  'ProgressNotesController.save': therapist,
  'ProgressNotesController.remove': therapist,
  'ProgressNotesController.sign': therapist,
  'ProgressNotesController.amend': therapist,
  'NoteListsController.setLateness': admins,
  'NoteListsController.answer': clinicians,
  'NoteFormsController.add': admins,
  'NoteFormsController.change': admins,
  'NoteFormsController.retire': admins,
};
