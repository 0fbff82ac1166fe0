import { Module } from '@nestjs/common';
import { MailModule } from '../platform/mail/mail.module.js';
import { RecordOpenedJob } from './record-opened.job.js';
import { ReviewDueJob } from './review-due.job.js';

/** What the worker needs of emergency readings: the letters about them. */
@Module({ imports: [MailModule], providers: [RecordOpenedJob, ReviewDueJob] })
export class EmergencyNoticesModule {}
