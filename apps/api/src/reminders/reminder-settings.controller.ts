import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ChangeReminderSettingsRequest, paths } from '@trellis/contracts';
import type { ReminderSettingsView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { ReminderSettingsService } from './reminder-settings.service.js';

/** Intervals of the clinic's reminders. */
@Controller(paths.clinic.reminderSettings)
export class ReminderSettingsController {
  constructor(private readonly settings: ReminderSettingsService) {}

  @Allow('settings.manage')
  @Get()
  read(): Promise<ReminderSettingsView> {
    return this.settings.read();
  }

  @Allow('settings.manage')
  @Idempotent()
  @HttpCode(200)
  @Post()
  change(
    @IfMatch() version: number,
    @Body() request: ChangeReminderSettingsRequest,
  ): Promise<ReminderSettingsView> {
    return this.settings.change(version, request);
  }
}
