import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { OutgoingMailView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { OutgoingMailService } from './outgoing-mail.service.js';

/** Letters of the clinic in numbers, and those that could not be sent. */
@Controller(paths.clinic.outgoingMail)
export class OutgoingMailController {
  constructor(private readonly mail: OutgoingMailService) {}

  @Allow('settings.manage')
  @Get()
  read(): Promise<OutgoingMailView> {
    return this.mail.read();
  }

  @Allow('settings.manage')
  @Idempotent()
  @HttpCode(200)
  @Post(':messageId/retry')
  retry(@Param('messageId') messageId: string): Promise<OutgoingMailView> {
    return this.mail.retry(messageId);
  }
}
