import { Module } from '@nestjs/common';
import { MailModule } from '../platform/mail/mail.module.js';
import { AccountNoticeJob } from './account-notice.job.js';

/** What the worker needs of identity: the letters about accounts. */
@Module({ imports: [MailModule], providers: [AccountNoticeJob] })
export class AccountNoticesModule {}
