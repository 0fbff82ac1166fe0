import { Module } from '@nestjs/common';
import { NoteAroundRepository } from './note-around.repository.js';
import { NoteCoSignRepository } from './note-cosign.repository.js';
import { NoteCoSignService } from './note-cosign.service.js';
import { NoteDesk } from './note-desk.js';
import { NoteFormsController } from './note-forms.controller.js';
import { NoteFormsRepository } from './note-forms.repository.js';
import { NoteFormsService } from './note-forms.service.js';
import { NoteListsController } from './note-lists.controller.js';
import { NoteReadingService } from './note-reading.service.js';
import { NoteSessionsRepository } from './note-sessions.repository.js';
import { NoteSigningService } from './note-signing.service.js';
import { NoteTimelinessRepository } from './note-timeliness.repository.js';
import { NoteTimelinessService } from './note-timeliness.service.js';
import { NoteWritingService } from './note-writing.service.js';
import { ProgressNoteAccess } from './progress-note-access.js';
import { ProgressNoteRecords } from './progress-note-records.js';
import { ProgressNoteWords } from './progress-note-words.js';
import { ProgressNoteRepository } from './progress-note.repository.js';
import { ProgressNotesController } from './progress-notes.controller.js';

/** Progress notes: the record of sessions, signed and amended. */
@Module({
  controllers: [ProgressNotesController, NoteListsController, NoteFormsController],
  providers: [
    NoteAroundRepository,
    NoteCoSignRepository,
    NoteCoSignService,
    NoteDesk,
    NoteFormsRepository,
    NoteFormsService,
    NoteReadingService,
    NoteSessionsRepository,
    NoteSigningService,
    NoteTimelinessRepository,
    NoteTimelinessService,
    NoteWritingService,
    ProgressNoteAccess,
    ProgressNoteRecords,
    ProgressNoteRepository,
    ProgressNoteWords,
  ],
  exports: [NoteSigningService, NoteWritingService],
})
export class ProgressNotesModule {}
