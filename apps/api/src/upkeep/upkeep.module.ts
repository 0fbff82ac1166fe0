import { Module } from '@nestjs/common';
import { CheckpointMail } from '../audit/checkpoint-mail.js';
import { MailModule } from '../platform/mail/mail.module.js';
import { UpkeepRepository } from './upkeep.repository.js';
import { Upkeep } from './upkeep.service.js';

/** What the server does by itself, for the processes that start it. */
@Module({ imports: [MailModule], providers: [Upkeep, UpkeepRepository, CheckpointMail], exports: [Upkeep] })
export class UpkeepModule {}
