import { Module } from '@nestjs/common';
import { MailModule } from '../platform/mail/mail.module.js';
import { RecordErasedJob } from './record-erased.job.js';

/** What the worker needs of erasures: the letters about them. */
@Module({ imports: [MailModule], providers: [RecordErasedJob] })
export class ErasureNoticesModule {}
