import { Module } from '@nestjs/common';
import { EndNoteJob } from './end-note.job.js';
import { EndNoteRepository } from './end-note.repository.js';

/** What the worker needs of psychotherapy notes: their end. It can open none. */
@Module({ providers: [EndNoteJob, EndNoteRepository] })
export class NoteEndingsModule {}
