import { Module } from '@nestjs/common';
import { MailModule } from '../platform/mail/mail.module.js';
import { CareTeamChangedJob } from './care-team-changed.job.js';

/** What the worker needs of care teams: the letters about them. */
@Module({ imports: [MailModule], providers: [CareTeamChangedJob] })
export class CareTeamNoticesModule {}
