import { Module } from '@nestjs/common';
import { NoteAccess } from './note-access.js';
import { NoteAccessRepository } from './note-access.repository.js';
import { NoteEndingsModule } from './note-endings.module.js';
import { NoteReadingService } from './note-reading.service.js';
import { NoteRecords } from './note-records.js';
import { NoteTextRepository } from './note-text.repository.js';
import { NoteWords } from './note-words.js';
import { NoteWritingService } from './note-writing.service.js';
import { NoteRepository } from './note.repository.js';
import { NoteFilesController } from './note-files.controller.js';
import { PsychotherapyNotesController } from './psychotherapy-notes.controller.js';

/** Psychotherapy notes. Nothing is exported: no other feature has a way to them. */
@Module({
  imports: [NoteEndingsModule],
  controllers: [NoteFilesController, PsychotherapyNotesController],
  providers: [
    NoteAccess,
    NoteAccessRepository,
    NoteReadingService,
    NoteRecords,
    NoteRepository,
    NoteTextRepository,
    NoteWords,
    NoteWritingService,
  ],
})
export class PsychotherapyNotesModule {}
