import { Body, Controller, Get, Put } from '@nestjs/common';
import { ChooseRemindersRequest, paths } from '@trellis/contracts';
import type { OwnRemindersView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { OwnRemindersService } from './own-reminders.service.js';

/** A person's own wishes about reminders. */
@Controller(paths.home.reminders)
export class OwnRemindersController {
  constructor(private readonly reminders: OwnRemindersService) {}

  @ForInvited()
  @Get()
  read(): Promise<OwnRemindersView> {
    return this.reminders.read();
  }

  @ForInvited()
  @Idempotent()
  @Put()
  choose(@IfMatch() version: number, @Body() request: ChooseRemindersRequest): Promise<OwnRemindersView> {
    return this.reminders.choose(version, request);
  }
}
