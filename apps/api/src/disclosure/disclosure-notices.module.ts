import { Module } from '@nestjs/common';
import { MailModule } from '../platform/mail/mail.module.js';
import { ProcessChangedJob } from './process-changed.job.js';

/** What the worker needs of disclosures: the letter that one went back a step. */
@Module({ imports: [MailModule], providers: [ProcessChangedJob] })
export class DisclosureNoticesModule {}
