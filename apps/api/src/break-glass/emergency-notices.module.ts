import { Module } from '@nestjs/common';
import { MailModule } from '../platform/mail/mail.module.js';
import { RecordOpenedJob } from './record-opened.job.js';

/** What the worker needs of emergency readings: the letters about them. */
@Module({ imports: [MailModule], providers: [RecordOpenedJob] })
export class EmergencyNoticesModule {}
