import { Module } from '@nestjs/common';
import { CoverModule } from '../cover/cover.module.js';
import { MailModule } from '../platform/mail/mail.module.js';
import { AlertRaisedJob } from './alert-raised.job.js';
import { FollowUpWaitsJob } from './follow-up-waits.job.js';

/** What the worker needs of the time after a session: who hears of what was raised, and their letters. */
@Module({ imports: [MailModule, CoverModule], providers: [AlertRaisedJob, FollowUpWaitsJob] })
export class AftercareNoticesModule {}
