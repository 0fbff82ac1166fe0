import { Controller, Get, Query } from '@nestjs/common';
import { paths, SupervisionRequest } from '@trellis/contracts';
import type { SupervisionView } from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { SupervisionService } from './supervision.service.js';

/** A therapist's caseload as they bring it to supervision. */
@Controller(paths.clinic.supervision)
export class SupervisionController {
  constructor(private readonly supervision: SupervisionService) {}

  @Allow('ratings.enter')
  @Get()
  caseload(@Query() request: SupervisionRequest): Promise<SupervisionView> {
    return this.supervision.caseloadOf(request);
  }
}
