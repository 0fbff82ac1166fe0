import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/mail.module.js';
import { WayBackLetters } from './way-back-letters.job.js';
import { WayBackLink } from './way-back-link.js';

/** What the worker needs of ways back: the letters about them. */
@Module({ imports: [MailModule], providers: [WayBackLetters, WayBackLink] })
export class WayBackNoticesModule {}
