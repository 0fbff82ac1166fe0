import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AssignJointWorkRequest,
  ListJointWorkRequest,
  OpenJointWorkRequest,
  paths,
} from '@trellis/contracts';
import type {
  JointWorkEndingView,
  JointWorkPageView,
  JointWorkRowView,
  JointWorkWordsView,
} from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { AssignJointWorkService } from './assign-joint-work.service.js';
import { CaseJointWorkService } from './case-joint-work.service.js';

/** Exercises of two people, for every therapist of the couple. */
@Controller(paths.clinic.jointWork)
export class CaseJointWorkController {
  constructor(
    private readonly assigning: AssignJointWorkService,
    private readonly joint: CaseJointWorkService,
  ) {}

  @Allow('homework.assign')
  @Idempotent()
  @Post()
  assign(@Body() request: AssignJointWorkRequest): Promise<JointWorkRowView[]> {
    return this.assigning.assign(request);
  }

  @Allow('homework.read')
  @Get()
  list(@Query() query: ListJointWorkRequest): Promise<JointWorkPageView> {
    return this.joint.list(query.coupleId, query.cursor);
  }

  @Allow('homework.read')
  @Get(':workId')
  read(@Param('workId') workId: string): Promise<JointWorkWordsView> {
    return this.joint.read(workId);
  }

  @Allow('homework.review')
  @Idempotent()
  @HttpCode(200)
  @Post(':workId/opening')
  open(@Param('workId') workId: string, @Body() request: OpenJointWorkRequest): Promise<JointWorkWordsView> {
    return this.joint.open(workId, request.inSession);
  }

  @Allow('homework.assign')
  @Idempotent()
  @HttpCode(200)
  @Post(':workId/ending')
  end(@Param('workId') workId: string): Promise<JointWorkEndingView> {
    return this.joint.end(workId);
  }

  @Allow('homework.review')
  @Idempotent()
  @HttpCode(200)
  @Post(':workId/talked')
  talked(@Param('workId') workId: string, @IfMatch() version: number): Promise<JointWorkRowView> {
    return this.joint.talked(workId, version);
  }
}
