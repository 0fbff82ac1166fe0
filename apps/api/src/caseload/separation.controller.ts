import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { paths, type SeparationView } from '@trellis/contracts';
import { Allow, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { SeparationService } from './separation.service.js';

@Controller(paths.clinic.couples)
export class SeparationController {
  constructor(private readonly separation: SeparationService) {}

  @Allow('couples.separate')
  @Get(':coupleId/separation')
  one(@Param('coupleId') coupleId: string): Promise<SeparationView> {
    return this.separation.one(coupleId);
  }

  @Allow('couples.separate')
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/separate')
  separate(@Param('coupleId') coupleId: string, @IfMatch() version: number): Promise<SeparationView> {
    return this.separation.separate(coupleId, version);
  }

  @Allow('couples.reunite')
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/reunite')
  reunite(@Param('coupleId') coupleId: string, @IfMatch() version: number): Promise<SeparationView> {
    return this.separation.reunite(coupleId, version);
  }
}
