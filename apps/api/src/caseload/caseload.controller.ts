import { Controller, Get, Query } from '@nestjs/common';
import { CaseloadRequest, paths, type CaseloadPageView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { CaseloadService } from './caseload.service.js';

@Controller(paths.clinic.caseload)
export class CaseloadController {
  constructor(private readonly caseload: CaseloadService) {}

  @Allow('couples.list')
  @Get()
  page(@Query() request: CaseloadRequest): Promise<CaseloadPageView> {
    return this.caseload.page(request);
  }
}
