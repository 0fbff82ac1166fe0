import { Controller, Get, Param } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { OwnFeedbackListView, OwnFeedbackView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { OwnFeedbackService } from './own-feedback.service.js';

/** What the own therapist wrote, for the person who handed the exercise in. */
@Controller(paths.home.feedback)
export class OwnFeedbackController {
  constructor(private readonly feedback: OwnFeedbackService) {}

  @ForInvited('pin')
  @Get()
  list(): Promise<OwnFeedbackListView> {
    return this.feedback.list();
  }

  @ForInvited('pin')
  @Get(':taskId')
  one(@Param('taskId') taskId: string): Promise<OwnFeedbackView> {
    return this.feedback.one(taskId);
  }
}
