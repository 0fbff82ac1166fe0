import { Body, Controller, Get, Put } from '@nestjs/common';
import { ChangeMeasurementRequest, MeasurementConsentView, paths } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { ConsentsService } from './consents.service.js';

@Controller(paths.home.consents)
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @ForInvited()
  @Get('measurement')
  measurement(): Promise<MeasurementConsentView> {
    return this.consents.measurement();
  }

  @ForInvited()
  @Idempotent()
  @Put('measurement')
  change(@Body() request: ChangeMeasurementRequest): Promise<MeasurementConsentView> {
    return this.consents.change(request.given);
  }
}
