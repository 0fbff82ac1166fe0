import { Injectable } from '@nestjs/common';
import { NoteAroundRepository } from './note-around.repository.js';
import { NoteFormsRepository } from './note-forms.repository.js';
import { NoteSessionsRepository } from './note-sessions.repository.js';
import { ProgressNoteRecords } from './progress-note-records.js';
import { ProgressNoteWords } from './progress-note-words.js';
import { ProgressNoteRepository } from './progress-note.repository.js';

/** Where the services of progress notes find what they work with. */
@Injectable()
export class NoteDesk {
  constructor(
    readonly notes: ProgressNoteRepository,
    readonly around: NoteAroundRepository,
    readonly sessions: NoteSessionsRepository,
    readonly forms: NoteFormsRepository,
    readonly words: ProgressNoteWords,
    readonly records: ProgressNoteRecords,
  ) {}
}
