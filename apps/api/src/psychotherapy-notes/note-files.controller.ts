import { Controller, Get } from '@nestjs/common';
import { paths, type PsychotherapyNoteFilesView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { NoteReadingService } from './note-reading.service.js';

/** On which couples the asker keeps notes. */
@Controller(paths.clinic.psychotherapyNotes)
export class NoteFilesController {
  constructor(private readonly reading: NoteReadingService) {}

  @Allow('psychotherapy_notes.keep')
  @Get()
  files(): Promise<PsychotherapyNoteFilesView> {
    return this.reading.files();
  }
}
