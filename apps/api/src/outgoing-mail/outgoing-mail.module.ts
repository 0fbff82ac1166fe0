import { Module } from '@nestjs/common';
import { OutgoingMailController } from './outgoing-mail.controller.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';
import { OutgoingMailService } from './outgoing-mail.service.js';

/** What the office sees of outgoing mail. */
@Module({
  controllers: [OutgoingMailController],
  providers: [OutgoingMailRepository, OutgoingMailService],
})
export class OutgoingMailModule {}
